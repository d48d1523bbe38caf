"""Which fields hold the id of another record, or a word of a vocabulary."""

#: field name -> folder under data/ (or `categories`) whose file names it may hold
POINTS_AT = {
    "source": "sources",
    "sources": "sources",
    "place": "places",
    "method": "methods",
    "methods": "methods",
    "before": "methods",
    "after": "methods",
    "instead": "methods",
    "part_of": "methods",
    "related": "methods",
    "documents": "documents",
    "same_as": "cases",
    "cases": "cases",
    "kit": "kits",
    "form": "forms",
    "category": "categories",
    "case": "cases",
    "confusable": "confusables",
    "comparison": "comparisons",
    "quiz": "quizzes",
    "lead_time": "lead_times",
}

#: those of them that mean something else inside another field (a figure has a `before`, too)
ONLY_AT_TOP = frozenset({"before", "after"})

#: field name -> list in data/vocabularies.yml whose words it may hold
WORDS_OF = {"level": "levels", "levels": "levels", "topics": "topics"}
