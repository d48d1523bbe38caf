"""A request from a stranger: only its content is taken, and only what content may be. Its code is never run."""
