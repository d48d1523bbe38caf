"""`build`: the whole site into site/."""

from __future__ import annotations

import argparse
import logging
import os
import sys
import time
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from macros.engine.digests import inputs
from macros.engine.stamp import is_unchanged, memory, remember

if TYPE_CHECKING:
    from collections.abc import Callable

#: The day of the data's last great change, when nobody says otherwise: no clock may show in the output.
DEFAULT_EPOCH = "1790000000"
#: what earlier builds have left for later ones
KEPT = (
    ".cache/stamps",
    ".cache/made",
    ".cache/templates",
    ".cache/records",
)


def build(argv: list[str]) -> int:
    """Build strictly: a dead link or anchor is an error."""
    parser = argparse.ArgumentParser(prog="build", description="生成整个网站。")
    parser.add_argument("--site-dir", default="site", help="放在哪个文件夹，默认site")
    parser.add_argument(
        "--engine", choices=("mkdocs", "zensical"), default="mkdocs", help="用哪个程序，默认mkdocs"
    )
    parser.add_argument("--fresh", action="store_true", help="不用上次留下的东西，全部重新生成")
    options = parser.parse_args(argv)
    os.environ.setdefault("SOURCE_DATE_EPOCH", DEFAULT_EPOCH)
    if options.fresh:
        for name in KEPT:
            rmtree(name, ignore_errors=True)
    root, site = Path.cwd(), Path(options.site_dir)
    before = inputs(root, options.engine)
    if is_unchanged(root, site, before):
        print(f"没有变化，网站还在{site}文件夹。要全部重新生成，请加 --fresh", flush=True)
        return 0
    status = _build_as(options.engine, options.site_dir)
    if status == 0:
        remember(root, site, before)
    return status


def _build_as(engine: str, site_dir: str) -> int:
    """Build with one of the engines, and say how long it took."""
    print("正在生成网站……", flush=True)
    say_log()
    started = time.monotonic()
    work = _build if engine == "mkdocs" else _build_with_successor
    status = sentence(lambda: work(site_dir))
    if status == 0:
        print(f"好了，用了{time.monotonic() - started:.0f}秒，网站在{site_dir}文件夹。", flush=True)
    return status


def _build(site_dir: str) -> None:
    from mkdocs.commands.build import build as mkdocs_build  # noqa: PLC0415 (half a second that check need not wait)
    from mkdocs.config import load_config  # noqa: PLC0415 (the same)

    from macros.engine.in_place import in_place  # noqa: PLC0415 (the same)

    config = load_config("mkdocs.yml", strict=True, site_dir=site_dir)
    config.plugins.run_event("startup", command="build", dirty=False)
    try:
        with in_place(Path(site_dir), memory(Path.cwd(), Path(site_dir))):
            mkdocs_build(config)
    finally:
        config.plugins.run_event("shutdown")


def _build_with_successor(site_dir: str) -> None:
    from macros.engine.successor import build_with_successor  # noqa: PLC0415 (the same)

    with TemporaryDirectory() as workshop:
        build_with_successor(Path.cwd(), Path(site_dir), Path(workshop))


def say_log() -> None:
    """What MkDocs warns of goes to the screen."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    logging.basicConfig(level=logging.WARNING, format="%(message)s", stream=sys.stderr)
    logging.getLogger("mkdocs").setLevel(logging.WARNING)


def sentence(work: Callable[[], None]) -> int:
    """Run it; what can go wrong in a known way is said in a sentence, without a traceback."""
    from sqlite3 import DatabaseError  # noqa: PLC0415 (as above)

    from mkdocs.exceptions import Abort, MkDocsException  # noqa: PLC0415 (as above)

    try:
        work()
    except Abort:  # MkDocs has said why, or its log has
        print("没有生成网站，原因见上文。", file=sys.stderr)
        return 1
    except MkDocsException as error:
        print(f"没有生成网站：{error}", file=sys.stderr)
        return 1
    except DatabaseError as error:
        print(
            f"没有生成网站：上次留在.cache里的东西读不出来（{error}），请加 --fresh 再来一次。",
            file=sys.stderr,
        )
        return 1
    except OSError as error:
        print(
            f"没有生成网站：{error.strerror or error}（{error.filename or '端口可能被占用，可以加 --port 8001'}）。",
            file=sys.stderr,
        )
        return 1
    return 0
