"""What a record is. Nothing here knows files, pages or the clock."""

from macros.models.base import Record
from macros.models.case import Case
from macros.models.method import Method
from macros.models.reference import Category, Confusable, Document, Place, Source, Term, Vocabularies

#: Folder under data/ -> (model, Chinese name of such a record).
KINDS: dict[str, tuple[type[Record], str]] = {
    "methods": (Method, "方法"),
    "cases": (Case, "案例"),
    "sources": (Source, "来源"),
    "places": (Place, "地方"),
    "documents": (Document, "制度文件"),
    "terms": (Term, "术语"),
    "confusables": (Confusable, "辨析"),
}

__all__ = [
    "KINDS",
    "Case",
    "Category",
    "Confusable",
    "Document",
    "Method",
    "Place",
    "Source",
    "Term",
    "Vocabularies",
]
