"""Cells of text that a spreadsheet would take for a formula."""

from __future__ import annotations

import re

# What Excel, LibreOffice and Google Sheets run: https://owasp.org/www-community/attacks/CSV_Injection.
# A plain number such as "-5%" is shown as that number, and "=" alone as itself: they do no harm.
_FORMULA = re.compile(r"(?!(?:[+-][\d.,]+ ?%?|=)\Z)[=+\-@\t\r]")
_GUARDED = re.compile(rf"'+{_FORMULA.pattern}")


def guarded(cell: str) -> str:
    """`cell` with an apostrophe before it where a spreadsheet would run it; `restored` takes it off."""
    return "'" + cell if _FORMULA.match(cell) or _GUARDED.match(cell) else cell


def restored(cell: str) -> str:
    """`cell` as it was before `guarded`."""
    return cell[1:] if _GUARDED.match(cell) else cell
