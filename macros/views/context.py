"""Where a view stands: the library, and the way from the page to everything else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from macros.models.method import Rank

if TYPE_CHECKING:
    from macros.library import Library


T = TypeVar("T")


class UnknownIdError(ValueError):
    """A page asks for a record that isn't there."""


@dataclass(frozen=True)
class Context:
    """`root` is the way from the page to the top of the site: "", "../", "../../" …"""

    library: Library
    root: str

    def method(self, key: str) -> str:
        """The address of a method: its page, or its place among the entries of the glossary."""
        if self.library.methods[key].rank is Rank.ENTRY:
            return f"{self.root}glossary/entries/#{key}"
        return f"{self.root}methods/{key}/"

    def case(self, key: str) -> str:
        """The address of a case."""
        return f"{self.root}cases/{key}/"

    def category(self, key: str) -> str:
        """The address of a category's index."""
        return f"{self.root}methods/category/{key}/"

    def document(self, key: str) -> str:
        """The address of a document's entry."""
        return f"{self.root}documents/#{key}"

    def source(self, key: str) -> str:
        """The address of a source's row."""
        return f"{self.root}about/sources/#{key}"

    def form(self, key: str) -> str:
        """The address of a form's page."""
        return f"{self.root}forms/{key}/"

    def page(self, address: str) -> str:
        """The address of any page of ours, given from the top of the site."""
        return f"{self.root}{address}"


def found(shelf: dict[str, T], key: str, what: str) -> T:
    """The record, or an error that says which page asks for nothing."""
    if key not in shelf:
        raise UnknownIdError(f"没有编号为“{key}”的{what}，请检查页面里的花括号调用。")
    return shelf[key]
