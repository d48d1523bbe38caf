"""The commands: a module each, with a function of the same name."""
