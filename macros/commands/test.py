"""`test`: style, format, types, records and pages, then all tests."""

import subprocess
import sys
import time

STAGES = (  # what it is called, the module and its arguments
    ("代码规范", ("ruff", "check", "--quiet")),
    ("代码格式", ("ruff", "format", "--check", "--quiet")),
    ("类型", ("mypy", "--no-error-summary")),
    ("资料和页面", ("macros", "check")),
)


PARALLEL = ("-n", "auto", "--dist", "worksteal")  # a process for each core; the site is built once for all


def run_stage(name: str, arguments: tuple[str, ...]) -> bool:
    """Run one stage in a process of its own and tell whether it passed."""
    print(f"正在检查{name}……", flush=True)
    begun = time.monotonic()
    passed = subprocess.run([sys.executable, "-m", *arguments], check=False).returncode == 0
    verdict = "通过" if passed else "没有通过"
    print(f"  {name}：{verdict}，用时{time.monotonic() - begun:.1f}秒。", flush=True)
    return passed


def test(argv: list[str]) -> int:
    """Run every stage even when one fails; pytest comes last, so that its closing line is the last one printed."""
    failed = [name for name, arguments in STAGES if not run_stage(name, arguments)]
    if failed:
        print(f"没有通过的检查：{'、'.join(failed)}。说明在上面。")
    print("正在运行测试……", flush=True)
    pytest = subprocess.run([sys.executable, "-m", "pytest", *PARALLEL, *argv], check=False).returncode
    return pytest or int(bool(failed))
