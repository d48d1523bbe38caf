"""Files for office suites and paper: one writer for each kind, the same bytes for the same content."""
