"""`lock`: lock the packages of pyproject.toml anew, with the digest of every file."""

import importlib.util
import subprocess
import sys

UV = "uv==0.13.9"  # only this command needs it
OLDEST = "3.11.2"  # the lock serves this Python and every later one
LOCKS = (("site", ()), ("pdf", ("--group", "pdf")), ("test", ("--group", "test")))
QUIETLY = ("--quiet", "--no-header", "--no-annotate", "--no-emit-index-url")  # no address gets into the files


def run(*arguments: str) -> int:
    """Run a Python module of the virtual environment."""
    return subprocess.run([sys.executable, "-m", *arguments], check=False).returncode


def compile_lock(name: str, extra: tuple[str, ...], argv: list[str]) -> int:
    """Write one lock; versions already in it stay unless argv asks for --upgrade."""
    print(f"正在锁定requirements/{name}.txt……", flush=True)
    target = ("--output-file", f"requirements/{name}.txt")
    scope = ("--universal", "--generate-hashes", "--python-version", OLDEST)
    return run("uv", "pip", "compile", "pyproject.toml", *extra, *scope, *QUIETLY, *target, *argv)


def lock(argv: list[str]) -> int:
    """Get uv when it is missing, then write both locks."""
    if importlib.util.find_spec("uv") is None:
        print(f"正在安装{UV}……", flush=True)
        if code := run("pip", "install", "--quiet", "--disable-pip-version-check", UV):
            return code
    return max(compile_lock(name, extra, argv) for name, extra in LOCKS)
