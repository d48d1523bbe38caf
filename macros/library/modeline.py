"""The first line of a record, by which editor programs find the schema of the file."""

#: how the line begins
MODELINE = "# yaml-language-server:"


def modeline(kind: str) -> str:
    """The whole line for a kind of record, without the line end."""
    return f"{MODELINE} $schema=../../schema/{kind}.json"
