"""The search: sections of built pages and the names in the data in, the files that the browser loads out."""

from macros.search.cutting import cut
from macros.search.files import search_files
from macros.search.sections import Section

__all__ = ["Section", "cut", "search_files"]
