"""Where everything begins, on the standard library alone: environment and locked packages, then over to macros."""

from __future__ import annotations

import ctypes.util
import hashlib
import importlib.util
import io
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "installed.txt"
MINIMUM = (3, 11, 2)  # Debian 12; the same number stands in pyproject.toml
HEARTBEAT = 15  # seconds of silence before we say that we are still at it
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
OFFICE = ("libreoffice-writer-nogui", "libreoffice-calc-nogui", "libreoffice-impress-nogui", "poppler-utils")
PIP = ("-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check")
HASHED = ("--require-hashes", "--only-binary", ":all:", "--requirement")
IN_A_BROWSER = {
    "--search",
    "--facets",
    "--axe",
    "--lighthouse",
    "--visit",
}  # what bench cannot do without one
COMMANDS = {  # command: (the lock it needs, what it does)
    "serve": ("site", "在本机打开网站，改动文件后自动刷新"),
    "build": ("site", "生成整个网站，放在site文件夹"),
    "check": ("site", "检查资料和页面，逐条说明哪里要改、怎么改"),
    "new": ("site", "新建一条记录：带说明的模板，照着填"),
    "fmt": ("test", "改正标点、空格和错认的字，整理代码格式"),
    "test": ("test", "运行全部检查和测试"),
    "bench": ("test", "测量生成网站的速度和大小"),
    "export": ("site", "把记录写成Excel台账"),
    "import": ("site", "把改过的Excel台账收进记录"),
    "release": ("pdf", "生成离线包、更新包和服务器配置"),
    "gate": ("site", "只取合并请求里的内容，不取程序"),
    "lock": ("site", "重新锁定软件包的版本和校验值"),
}


def step(what: str, *command: str | Path) -> None:
    """Run a tool, saying what it is for and how long it took; exit with the end of its output if it fails."""
    print(f"正在{what}……", flush=True)
    begun = time.monotonic()
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive", "PYTHONUTF8": "1"}
    with subprocess.Popen(
        command, env=environment, encoding="utf-8", errors="replace",
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    ) as child:  # fmt: skip
        output = None
        while output is None:
            try:
                output = child.communicate(timeout=HEARTBEAT)[0]
            except subprocess.TimeoutExpired:
                print(f"  还在进行，已用{time.monotonic() - begun:.0f}秒……", flush=True)
    if child.returncode:
        tail = "\n".join(output.strip().splitlines()[-12:])
        sys.exit(f"{what}没有成功，请检查网络和磁盘空间后重试。工具的原话是：\n{tail}")
    print(f"  完成，用时{time.monotonic() - begun:.0f}秒。", flush=True)


def answer(*command: str | Path) -> str:
    """Return what a quick command prints; nothing when it is missing or fails."""
    try:
        return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
    except (OSError, subprocess.CalledProcessError):
        return ""


def need_debian(*names: str) -> None:
    """Install Debian packages when we may; otherwise say what a person should install."""
    wanted = " ".join(names)
    if not shutil.which("apt-get"):
        sys.exit(f"缺少{wanted}，请先装好。已有浏览器的，请把环境变量CHROMIUM设为它的完整路径。")
    if os.geteuid() != 0:
        sys.exit(f"缺少{wanted}，当前用户无权安装。请让管理员执行：apt-get install {wanted}")
    step("更新系统软件目录", "apt-get", "update", "-q")
    step(f"安装系统软件{wanted}", "apt-get", "install", "-q", "-y", "--no-install-recommends", *names)


def need_python(version: tuple[int, ...]) -> None:
    """Exit when this Python is too old for the locked packages."""
    if version < MINIMUM:
        wanted, found = (".".join(map(str, numbers)) for numbers in (MINIMUM, version))
        sys.exit(f"需要Python {wanted}或更新的版本，现在用的是{found}。请装好新版Python后重试。")


def need_venv() -> None:
    """Make the virtual environment unless a working one is there (one without pip is half made)."""
    if answer(PYTHON, "-c", "import pip; print(True)"):
        return
    if importlib.util.find_spec("ensurepip") is None:
        need_debian("python3-venv")
    step("建立虚拟环境", sys.executable, "-m", "venv", "--clear", VENV)


def need_packages(lock: str) -> None:
    """Install the locked packages unless they are installed already; the test lock holds the site's too."""
    files = [ROOT / "requirements" / f"{name}.txt" for name in ("site", lock)]
    wanted = {hashlib.sha256(file.read_bytes()).hexdigest() for file in files}
    if STAMP.exists() and wanted <= set(STAMP.read_text(encoding="utf-8").split()):
        return
    STAMP.unlink(missing_ok=True)
    step("安装软件包（第一次约需一分钟）", PYTHON, *PIP, *HASHED, files[-1])
    STAMP.write_text("\n".join(sorted(wanted)) + "\n", encoding="utf-8")


def find_browser() -> str:
    """Return the browser that CHROMIUM names, or the first one on the path, or nothing."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), "")


def need_browser() -> None:
    """Make sure that tests have a browser and a Chinese font, and tell them where the browser is."""
    missing = [] if find_browser() else ["chromium"]
    if sys.platform == "linux" and not answer("fc-list", ":lang=zh"):  # other systems draw Chinese anyway
        missing += ["fontconfig", "fonts-noto-cjk"]
    if sys.platform == "linux" and not ctypes.util.find_library("atomic"):  # Playwright's own node wants it
        missing += ["libatomic1"]
    if missing:
        need_debian(*missing)
    os.environ["CHROMIUM"] = find_browser()
    if not Path(os.environ["CHROMIUM"]).is_file():
        sys.exit(f"环境变量CHROMIUM写的浏览器不存在：{os.environ['CHROMIUM']}")


def need_office() -> None:
    """Make sure that tests can print Office files: LibreOffice without its windows."""
    if sys.platform == "linux" and not shutil.which("soffice"):
        need_debian(*OFFICE)


def hand_over(arguments: list[str]) -> int:
    """Become the package's command line, so that Ctrl-C and the exit status need no forwarding."""
    os.environ.update(PYTHONUTF8="1", NO_MKDOCS_2_WARNING="1")
    os.chdir(ROOT)
    command = [str(PYTHON), "-m", "macros", *arguments]
    if os.name == "posix":
        os.execv(command[0], command)
    return subprocess.run(command, check=False).returncode  # Windows cannot replace a process


def main(arguments: list[str]) -> int:
    """Prepare what the command needs, then run it."""
    name = arguments[0] if arguments else "help"
    if name not in COMMANDS:
        print("用法：")
        for word, (_, text) in COMMANDS.items():
            print(f"  python3 run.py {word:<6} {text}")
        return 0 if name in {"help", "-h", "--help"} else 2
    need_python(sys.version_info[:3])
    need_venv()
    need_packages(COMMANDS[name][0])
    if name == "test" or IN_A_BROWSER.intersection(arguments):
        need_browser()
        need_office()
    return hand_over(arguments)


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")  # a Latin-1 console would stop us
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit("\n已停止。")
    except OSError as problem:
        sys.exit(f"没有成功：{problem.strerror}（{problem.filename}）。")
