"""Money signs, codes and words beside a number, as ISO 4217 codes."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from checks import lexicon
from checks.figures.currency_context import ambiguous_pound, meant, most_mentioned
from checks.figures.phrases import Phrases

__all__ = ["ambiguous_pound", "codes", "first_words", "meant", "prefix", "suffix"]

_SPACES = frozenset(" \u00a0\u2009\u202f")
#: characters in the longest sign before digits
_LONGEST = 5
#: plainly a sum, not the number in a name (R2-D2, COP28, TRY 2): grouped, with a scale or decimals, or long
_SCALE = (
    r"[ \u00a0-]?(?:hundred|thousand|million|billion|trillion|lakh|crore|[mbt]n|mln|bln|trn|[mMkKbB])"
    r"(?![A-Za-z0-9-])"
)
_AMOUNT = re.compile(
    rf"\d{{1,3}}(?:,\d{{3}})+(?![\d,])|\d+\.\d\d(?![\d.])|\d{{5,}}(?!\w)|\d+(?:\.\d+)?{_SCALE}"
)
_HUNDREDS = re.compile(r"\d{3}(?![\w.,-]\w|\w)")
#: a sign before this belongs to it: "5 $10 bills", where "500 €" is money
_NEXT_SUM = re.compile(r"[ \u00a0]?\d")
#: lines of a picture, printed like pence (1080p)
_LINES = re.compile(r"(?<![\d.])(?:144|240|360|480|576|720|1080|1440|2160|4320)\Z")


@cache
def codes() -> frozenset[str]:
    """The codes of ISO 4217, some withdrawn ones with them."""
    return frozenset(row["code"] for row in lexicon.table("currencies") if row["kind"] == "iso")


@cache
def _before() -> tuple[dict[str, tuple[str, str]], frozenset[str]]:
    """sign -> (code, kind) of what may stand before digits; and the last two characters of all of them."""
    signs = {
        row["phrase"]: (row["code"], row["kind"])
        for row in lexicon.table("currencies")
        if row["kind"] in ("sign", "letter", "code", "unsafe")
    }
    return signs, frozenset(sign[-2:] for sign in signs)


def prefix(text: str, pos: int) -> tuple[int, str] | None:
    """The money sign or code that ends at `pos`, where the digits begin, or a space before: start and code.

    The code of a bare `$` is USD here; see `meant`.
    """
    signs, last = _before()
    before = text[pos - 1 : pos]
    end = pos - 1 if before in _SPACES else pos
    if end < 1 or not (text[end - 1] in last or text[end - 2 : end] in last):
        return None
    first = end - 1
    while first > 0 and end - first < _LONGEST and (text[first - 1].isalpha() or text[first - 1] == "."):
        first -= 1
    first -= bool(first) and first < end - 1 and text[first - 1] == "$"  # $US5
    for start in range(first, end):
        found = signs.get(text[start:end])
        if found is None:
            continue
        code, kind = found
        if text[start].isalpha() and start and (text[start - 1].isalnum() or text[start - 1] in "_&-/."):
            continue
        if kind == "letter" and not (end == pos and (_AMOUNT.match(text, pos) or _HUNDREDS.match(text, pos))):
            continue
        if kind == "unsafe" and not _AMOUNT.match(text, pos):
            continue
        return start, code
    return None


@cache
def _after() -> Phrases[tuple[str, float, str]]:
    exact = ("after", "glued", "lower", "code", "unsafe", "cued")
    return Phrases(
        (row["phrase"], row["kind"] in exact, (row["code"], float(row["factor"] or 1), row["kind"]))
        for row in lexicon.table("currencies")
        if row["kind"] in ("word", *exact) and not (row["kind"] == "unsafe" and not row["phrase"].isupper())
    )


def first_words() -> frozenset[str]:
    """What the phrases of `suffix` begin with."""
    return _after().first_words()


def suffix(text: str, pos: int) -> tuple[int, str, float] | None:
    """The word, sign or code of money that begins at `pos`: its end, code, and what part of the unit it is.

    `pos` is after the number, and after one space or hyphen if there is one; "cents" has the factor 0.01.
    A word that several countries share has the code most printed in world news (`dollars` USD, `pesos`
    MXN, `francs` CHF, `kroner` NOK, `crowns` CZK, `dinars` IQD, `rupees` INR); `meant` says
    which it is in an article. Bare "pounds" are left to `ambiguous_pound`.
    """
    for end, (code, factor, kind) in _after().at(text, pos):
        if kind == "glued" and (
            not text[pos - 1 : pos].isdigit() or _LINES.search(text, max(0, pos - 5), pos)
        ):
            continue
        if kind == "after" and not text[pos].isalpha() and _NEXT_SUM.match(text, end):
            continue
        if kind == "cued" and not (_won_counts(text, pos) and _in_won(text)):
            continue
        return end, code, factor
    return None


#: Nothing else that is counted in billions wins; `$2 billion won approval` has its sign before it.
_BILLIONS = re.compile(r"(?<![$€£¥₩.,\d])\d[\d.,]*[ \u00a0-]?(?:[bt]n|billion|trillion)[ \u00a0-]won\b")


@lru_cache(maxsize=32)  # the same article is asked about for each of its figures
def _in_won(text: str) -> bool:
    """Whether an article reckons in won: it names Korea, or prints billions of them."""
    return bool(most_mentioned(text, "won") or _BILLIONS.search(text))


def _won_counts(text: str, pos: int) -> bool:
    """Whether "won" may be money: after a scale word or three digits (`12 won gold` is not)."""
    return (
        re.search(r"(?:illion|thousand|\d{3}|[mbt]n)[ \u00a0-]?\Z", text[max(0, pos - 12) : pos]) is not None
    )
