"""Teaching: lessons into decks and editions, quizzes, kits, the clock."""
