"""Choosing among methods: what their records say to the questions, side by side, and in the order of a process."""
