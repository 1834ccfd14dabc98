"""Cells of text that a spreadsheet would take for a formula."""

from __future__ import annotations

import re

# What Excel, LibreOffice and Google Sheets run: https://owasp.org/www-community/attacks/CSV_Injection.
# A plain number such as "-5%" is shown as that number, and "=" alone as itself: they do no harm. Where commas
# are decimal, a spreadsheet cuts the cells of our files at semicolons: what follows one begins a cell there.
_BEGIN = r"(?<![^;\t])"
_FORMULA = r"(?!(?:[+-][\d.,]+ ?%?|=)(?:[;\t]|\Z))[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]"
_RUN = re.compile(rf"{_BEGIN}(?='*{_FORMULA})")
_GUARDED = re.compile(rf"{_BEGIN}'(?='*{_FORMULA})")


def guarded(cell: str) -> str:
    """`cell` with an apostrophe wherever a spreadsheet would run what follows; `restored` takes it off."""
    return _RUN.sub("'", cell)


def restored(cell: str) -> str:
    """`cell` as it was before `guarded`."""
    return _GUARDED.sub("", cell)
