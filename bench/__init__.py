"""Speed, measured: synthetic records, and the same pages built by us and by plain Material."""
