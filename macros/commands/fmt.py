"""`fmt`: format the code and mend what can be mended without thought."""

import subprocess
import sys

TOOLS = (("ruff", "check", "--fix"), ("ruff", "format"))


def fmt(argv: list[str]) -> int:
    """Let ruff mend what it can, then format; what it cannot mend is printed and makes the command fail."""
    codes = [subprocess.run([sys.executable, "-m", *tool, *argv], check=False).returncode for tool in TOOLS]
    return max(codes)
