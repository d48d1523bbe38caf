"""Mending what needs no thought: marks, spaces and characters. What cannot be proved harmless is left alone."""
