"""Figures that look like a slip of the one that would be right: a digit changed, left out or turned round."""

from __future__ import annotations

import re

from checks.rows import Row

#: Numbers of fewer digits are alike by chance too often.
ENOUGH = 3
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def slip(row: Row, right: float) -> bool:
    """Whether the number of a fact is that of `right`, told in the same scale, but for one digit.

    Of numbers of at least three digits that do not end in noughts: £790m and £700m, 2,273 and 2,723, but not
    47 and 57.
    """
    found = _NUMBER.search(row.surface)
    if found is None or right <= 0 or row.value == 0:
        return False
    printed = found[0].replace(",", "")
    scale = row.value / float(printed) if float(printed) else 0.0
    if scale <= 0:
        return False
    decimals = len(printed.partition(".")[2])
    wanted = f"{right / scale:.{decimals}f}"
    if abs(float(wanted) * scale - right) > 1e-6 * right:
        return False
    a, b = printed.replace(".", ""), wanted.replace(".", "")
    # "£790m": in a scale, noughts are digits; of "75,000" they are rounding
    if max(len(a.rstrip("0")), len(b.rstrip("0"))) < 2:
        return False  # £500m and £800m: any sum of round figures comes out a round figure off
    told = min(len(a.rstrip("0")) if scale == 1 and not decimals else len(a), len(a))
    return told >= ENOUGH and _one_off(a, b)


def _one_off(a: str, b: str) -> bool:
    """Whether one edit leads from `a` to `b`: a digit changed, two neighbours swapped, one left out."""
    if a == b:
        return False
    if len(a) == len(b):
        differing = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
        if len(differing) == 1:
            return True
        first, last = differing[0], differing[-1]
        return len(differing) == 2 and last == first + 1 and a[first] == b[last] and a[last] == b[first]
    short, long = sorted((a, b), key=len)
    return len(long) == len(short) + 1 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))
