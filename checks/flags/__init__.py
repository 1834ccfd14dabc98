"""From findings to flags: identity, verdicts, the table that people review."""

from __future__ import annotations

from checks.flags.table import build

__all__ = ["build"]
