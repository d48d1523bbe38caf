"""`release`: everything that is given away, into build/release/."""

from __future__ import annotations

import argparse
import importlib.metadata
import os
import shutil
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from macros.commands.build import DEFAULT_EPOCH, build
from macros.library import load
from macros.office.handbook import handbook
from macros.office.method_cards import method_cards
from macros.office.same_bytes import unzipped, zipped
from macros.office.typst_look import compiled
from macros.products import PDF_FONTS
from macros.publishing.package import FOLDER, SUMS, offline_folder, update_folder
from macros.publishing.packages import bill_of_materials
from macros.publishing.policy import content_security_policy
from macros.publishing.servers import caddy, nginx

if TYPE_CHECKING:
    from collections.abc import Mapping

BUILT = Path("build/site")
FONT_PLACES = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path("/Library/Fonts"),
    Path("C:/Windows/Fonts"),
)
OUT = Path("build/release")


def release(argv: list[str]) -> int:
    """Build, then pack: the offline package, server configurations, the list of packages, an update if asked for."""
    parser = argparse.ArgumentParser(prog="release", description="生成离线包、更新包和服务器配置。")
    parser.add_argument("--since", type=Path, metavar="旧离线包.zip", help="同时生成从这一版升上来的更新包")
    parser.add_argument("--handbook", action="store_true", help="同时生成PDF手册和方法卡，要有Noto CJK字体")
    parser.add_argument(
        "--pdf", action="store_true", help="同时给每个方法生成PDF，放进网站，要有Noto CJK字体"
    )
    options = parser.parse_args(argv)
    fonts = noto_cjk() if options.handbook or options.pdf else []
    if (options.handbook or options.pdf) and not fonts:
        print("没有找到Noto CJK字体，PDF排不出来。Debian上请先安装：apt-get install fonts-noto-cjk")
        return 2
    if options.since is not None and not options.since.is_file():
        print(f"没有找到旧的离线包：{options.since}")
        return 2
    os.environ.setdefault("SOURCE_DATE_EPOCH", DEFAULT_EPOCH)
    if options.pdf:
        os.environ[PDF_FONTS] = os.pathsep.join(fonts)
        print("每个方法的PDF在最后排，没有改过的不重排。", flush=True)
    shutil.rmtree(BUILT, ignore_errors=True)
    if status := build(["--site-dir", str(BUILT)]):
        return status
    papers = books(Path(), BUILT, fonts) if options.handbook else {}
    print("正在打包……", flush=True)
    files = released(Path(), BUILT, options.since, papers)
    for name, data in sorted(files.items()):
        (OUT / name).parent.mkdir(parents=True, exist_ok=True)
        (OUT / name).write_bytes(data)
        print(f"  {OUT / name}  {len(data) / 1_000_000:.1f}MB")
    return 0


def noto_cjk() -> list[str]:
    """The folders with the free fonts that the book is set in, where systems usually keep them."""
    return sorted({str(file.parent) for place in FONT_PLACES for file in place.rglob("NotoSerifCJK*")})


def books(root: Path, built: Path, fonts: list[str]) -> dict[str, bytes]:
    """{name: PDF} of the handbook and the cards."""
    return {
        "xieshang-youfang-shouce.pdf": book(root, built, fonts),
        "xieshang-youfang-fangfaka.pdf": cards(root, fonts),
    }


def book(root: Path, built: Path, fonts: list[str]) -> bytes:
    """The handbook of a built site."""
    library, _ = load(root)

    def read(path: str) -> str:
        return (built / path).read_text(encoding="utf-8")

    source = handbook(library, read, lambda part: print(f"手册：{part}……", flush=True))
    print("手册：排版，约一分钟……", flush=True)
    return compiled(source, fonts, int(os.environ["SOURCE_DATE_EPOCH"]))


def cards(root: Path, fonts: list[str]) -> bytes:
    """The cards of the core methods; SITE_URL gives them the codes of their pages."""
    library, _ = load(root)
    source = method_cards(library, os.environ.get("SITE_URL", ""))
    return compiled(source, fonts, int(os.environ["SOURCE_DATE_EPOCH"]))


def released(
    root: Path, built: Path, since: Path | None, papers: Mapping[str, bytes] | None = None
) -> dict[str, bytes]:
    """{name: bytes} of a release; `papers` lie in the offline package as well as beside it.

    Raises KeyError when `since` is not a package of ours.
    """
    version = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    site = {
        path.relative_to(built).as_posix(): path.read_bytes() for path in built.rglob("*") if path.is_file()
    }
    folder = offline_folder(site, version, papers or {})
    policy = content_security_policy(
        data.decode() for path, data in site.items() if path.endswith((".html", ".htm"))
    )
    lock = (root / "requirements/site.txt").read_text(encoding="utf-8")
    files = {
        f"{FOLDER}-{version}.zip": zipped({f"{FOLDER}/{path}": data for path, data in folder.items()}),
        "deploy.sh": (root / "deploy/deploy.sh").read_bytes(),
        "nginx.conf": nginx(policy).encode(),
        "Caddyfile": caddy(policy).encode(),
        "sbom.cdx.json": bill_of_materials(lock, _licence_of).encode(),
        **(papers or {}),
    }
    if since is not None:
        base = unzipped(since.read_bytes())[f"{FOLDER}/{SUMS}"].decode()
        files[f"{FOLDER}-{version}-update.zip"] = zipped(update_folder(base, folder))
    return files


def _licence_of(package: str) -> str:
    """What an installed package says of its licence; "" for one that this system does not need."""
    try:
        told = importlib.metadata.metadata(package)
    except importlib.metadata.PackageNotFoundError:
        return ""
    classifiers = [
        one.rpartition(" :: ")[2] for one in told.get_all("Classifier", []) if one.startswith("License")
    ]
    first_line = (told["License"] or "").partition("\n")[0]
    return told["License-Expression"] or "、".join(classifiers) or first_line
