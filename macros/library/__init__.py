"""Records in (with their places in the files) and the library they make."""

from macros.library.load import load
from macros.library.shelf import Entry, Library, RawFile

__all__ = ["Entry", "Library", "RawFile", "load"]
