"""Who may import whom in macros/: one way, from the records to the built site."""

from __future__ import annotations

import ast
import importlib
import inspect
import keyword
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

import run
from macros.__main__ import COMMANDS

MACROS = Path(__file__).parent.parent / "macros"
LONGEST_FILE = 200

#: room -> the rooms it may import. A new room, or a new way between two, is decided here.
MAY_IMPORT: dict[str, set[str]] = {
    "models": set(),
    "private_numbers": set(),
    "problems": {"private_numbers"},
    "products": set(),
    "readings": set(),
    "library": {"models", "problems"},
    "choosing": {"library", "models", "products", "readings"},
    "contributing": {"library", "models", "problems"},
    "checks": {"choosing", "library", "models", "private_numbers", "problems"},
    "views": {"choosing", "contributing", "library", "models", "readings"},
    "pages": {"checks", "contributing", "library", "models", "views"},
    "search": {"library", "models", "readings"},
    "office": {"library", "models", "products", "readings"},
    "training": {"library", "models", "office", "products", "views"},
    "publishing": {"library", "models"},
    "gate": {"models", "problems"},
    "ledger": {"library", "models", "office", "problems", "products"},
    "editing": {"checks", "library", "private_numbers", "problems"},
    "engine": {
        "checks", "choosing", "ledger", "library", "models", "office", "pages", "problems", "products", "publishing",
        "search",
        "training", "views",
    },
    "commands": {"checks", "contributing", "editing", "engine", "gate", "ledger", "library", "models", "office", "pages", "problems", "products", "publishing", "training", "views"},
    "__init__": {"library", "views"},
    "__main__": set(),  # it loads the command that was asked for, by name
}  # fmt: skip
#: room -> outside modules that it must not know
MUST_NOT_KNOW = {
    "models": {"io", "mkdocs", "os", "pathlib", "socket", "time", "yaml"},
    "checks": {
        "glob", "io", "mkdocs", "os", "pathlib.Path", "shutil", "socket", "subprocess", "tempfile", "time",
        "urllib.request", "yaml",
    },
    "views": {"mkdocs", "os", "socket", "subprocess", "time", "urllib.request", "yaml"},
    "contributing": {"mkdocs", "os", "pathlib", "socket", "subprocess", "time", "urllib.request"},
    "choosing": {"mkdocs", "os", "pathlib", "socket", "subprocess", "time", "urllib.request", "yaml"},
    "pages": {"mkdocs", "os", "pathlib", "socket", "subprocess", "time", "urllib.request", "yaml"},
    "publishing": {"mkdocs", "os", "pathlib", "socket", "subprocess", "time", "urllib.request", "yaml"},
    "search": {"mkdocs", "os", "pathlib", "socket", "subprocess", "time", "urllib.request", "yaml"},
    "library": {"mkdocs", "socket", "subprocess", "urllib.request"},
    "office": {"mkdocs", "socket", "subprocess", "time", "urllib.request", "yaml"},
    "ledger": {"mkdocs", "os", "pathlib", "socket", "subprocess", "time", "urllib.request", "yaml"},
    "training": {"mkdocs", "socket", "subprocess", "time", "urllib.request", "yaml"},
}  # fmt: skip
MAY_KNOW_MKDOCS = {"commands/build.py", "commands/serve.py"}  # and the engine


def imported(file: Path) -> set[str]:
    """Everything a file imports, also inside its functions, as `package.module` and `package.module.name`."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{name.name}" for name in node.names}
    return found


FILES = {file.relative_to(MACROS).as_posix(): imported(file) for file in sorted(MACROS.rglob("*.py"))}


def by_room() -> dict[str, set[str]]:
    """Room -> everything that its files import."""
    rooms = defaultdict(set)
    for path, names in FILES.items():
        rooms[path.split("/")[0].removesuffix(".py")] |= names
    return rooms


ROOMS = by_room()


def within(name: str, module: str) -> bool:
    return name == module or name.startswith(f"{module}.")


def test_every_room_has_its_line_in_the_table():
    """A new room is a decision, not an accident."""
    assert set(MAY_IMPORT) == set(ROOMS)


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_a_room_imports_only_those_before_it(room: str):
    """The flow goes one way."""
    ours = {name.split(".")[1] for name in ROOMS[room] if name.startswith("macros.")}

    assert ours - {room} <= MAY_IMPORT[room]


@pytest.mark.parametrize("room", MUST_NOT_KNOW)
def test_a_room_keeps_away_from_files_clock_and_network(room: str):
    """Rules and views are functions of the library alone."""
    assert [name for name in ROOMS[room] for module in MUST_NOT_KNOW[room] if within(name, module)] == []


def test_only_the_engine_and_its_two_commands_know_mkdocs():
    """The engine can be replaced."""
    know = {path for path, names in FILES.items() if any(within(name, "mkdocs") for name in names)}

    assert {path for path in know if not path.startswith("engine/")} == MAY_KNOW_MKDOCS


def test_nothing_imports_the_two_entrances():
    """`macros` and `macros.__main__` are for the engine and for people."""
    entrances = ("macros", "macros.define_env", "macros.__main__")

    assert [path for path, names in FILES.items() if names.intersection(entrances)] == []


def test_a_build_begins_without_the_records():
    """It may find that nothing has changed: until then it loads none of the slow packages."""
    told = "import sys, macros.commands.build; print(*sorted({'pydantic', 'jinja2', 'yaml', 'mkdocs'} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", told], cwd=MACROS.parent, capture_output=True, text=True, check=True
    )

    assert done.stdout.split() == []


def test_no_check_asks_for_the_date():
    """A rule that needs today is told it."""
    calls = [
        file for file in (MACROS / "checks").glob("*.py") if ".today()" in file.read_text(encoding="utf-8")
    ]

    assert calls == []


def test_no_name_of_the_standard_library_is_taken():
    """The macros plugin can put macros/ in front of the standard library."""
    names = {path.stem for path in MACROS.iterdir()} - {"__init__", "__main__", "__pycache__"}

    assert names & sys.stdlib_module_names == set()


@pytest.mark.parametrize("path", FILES)
def test_a_file_can_be_read_at_one_sitting(path: str):
    """About 150 lines; a file that grows past 200 is two."""
    assert len((MACROS / path).read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


def test_both_entrances_offer_the_same_commands():
    """run.py prepares what macros runs."""
    assert list(COMMANDS) == list(run.COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_a_function_of_the_same_name(name: str):
    """One module, one function: the options in, the exit status out."""
    function = f"{name}_" if keyword.iskeyword(name) else name
    command = getattr(importlib.import_module(f"macros.commands.{function}"), function)

    assert list(inspect.signature(command).parameters) == ["argv"]
    assert command.__doc__
