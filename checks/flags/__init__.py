"""From findings to flags: identity, verdicts, the table that people review."""
