"""`python -m bench`: the same as `python3 run.py bench`."""

import sys

from macros.commands.bench import bench

raise SystemExit(bench(sys.argv[1:]))
