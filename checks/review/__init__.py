"""Reviewing in the browser: the report page on loopback, and each verdict straight into flags.csv.

`book.py` keeps the file, `guard.py` says which requests are answered, `server.py` answers them, `stats.py`
counts what was decided.
"""

from checks.review.book import Book, Conflict
from checks.review.server import Review

__all__ = ["Book", "Conflict", "Review"]
