"""Money signs, codes and words by a number, as ISO 4217 codes; and what `$` or "pesos" mean in an article."""

from __future__ import annotations

import re
from functools import cache

from checks import lexicon
from checks.figures.phrases import Phrases

_SPACES = frozenset(" \u00a0\u2009\u202f")
#: plainly a sum, not the number in a name (R2-D2, COP28, TRY 2): grouped, with a scale or decimals, or long
_SCALE = r"[ \u00a0-]?(?:hundred|thousand|million|billion|trillion|lakh|crore|[mbt]n|mln|bln|trn|[mMkKbB])(?![A-Za-z0-9-])"
_AMOUNT = re.compile(rf"\d{{1,3}}(?:,\d{{3}})+(?![\d,])|\d+\.\d\d(?![\d.])|\d{{5,}}(?!\w)|\d+(?:\.\d+)?{_SCALE}")
_HUNDREDS = re.compile(r"\d{3}(?![\w.,-]\w|\w)")
#: lines of a picture, printed like pence (1080p)
_LINES = re.compile(r"(?<![\d.])(?:144|240|360|480|576|720|1080|1440|2160|4320)\Z")


@cache
def codes() -> frozenset[str]:
    """The codes of ISO 4217, some withdrawn ones with them."""
    return frozenset(row["code"] for row in lexicon.table("currencies") if row["kind"] == "iso")


@cache
def _before() -> dict[str, tuple[tuple[str, str, str], ...]]:
    """Last character -> (sign, code, kind) of what may stand before digits, the longest first."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for row in lexicon.table("currencies"):
        if row["kind"] in ("sign", "letter", "code", "unsafe"):
            found.setdefault(row["phrase"][-1], []).append((row["phrase"], row["code"], row["kind"]))
    return {last: tuple(sorted(signs, key=lambda s: -len(s[0]))) for last, signs in found.items()}


def prefix(text: str, pos: int) -> tuple[int, str] | None:
    """The money sign or code that ends at `pos`, where the digits begin, or one space before: its start and code.

    The code of a bare `$` is USD here; see `symbol_default`.
    """
    glued = text[pos - 1 : pos] not in _SPACES
    end = pos if glued else pos - 1
    if end < 1:
        return None
    signs = _before().get(text[end - 1])
    if signs is None:
        return None
    for sign, code, kind in signs:
        start = end - len(sign)
        if start < 0 or not text.startswith(sign, start):
            continue
        if sign[0].isalpha() and start and (text[start - 1].isalnum() or text[start - 1] in "_&-/."):
            continue
        if kind == "letter" and not (glued and (_AMOUNT.match(text, pos) or _HUNDREDS.match(text, pos))):
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


def suffix(text: str, pos: int) -> tuple[int, str, float] | None:
    """The word, sign or code of money that begins at `pos`: its end, code, and what part of the unit it is.

    `pos` is after the number, and after one space or hyphen if there is one; "cents" has the factor 0.01. A word
    that several countries share has the code most printed in world news (`dollars` USD, `pesos` MXN, `francs` CHF,
    `kroner` NOK, `crowns` CZK, `dinars` IQD, `rupees` INR); `symbol_default` says which it is in an article. Bare
    "pounds" are left to `ambiguous_pound`.
    """
    for end, (code, factor, kind) in _after().at(text, pos):
        if kind == "glued" and (not text[pos - 1 : pos].isdigit() or _LINES.search(text, max(0, pos - 5), pos)):
            continue
        if kind == "after" and not text[pos].isalpha():  # "500 €", but not the sign of the next sum: "5 $10 bills"
            if text[end : end + 1].isdigit() or (text[end : end + 1] in _SPACES and text[end + 1 : end + 2].isdigit()):
                continue
        if kind == "cued" and not (_won_counts(text, pos) and any(cue in text for cue in _cues("won")["KRW"][0])):
            continue
        return end, code, factor
    return None


def _won_counts(text: str, pos: int) -> bool:
    """Whether "won" may be money: after a scale word or three digits (`12 won gold` is not)."""
    return re.search(r"(?:illion|thousand|\d{3}|[mbt]n)[ \u00a0-]?\Z", text[max(0, pos - 12) : pos]) is not None


@cache
def _cues(word: str) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """code -> (cues, home media) of the lands that share a word for money; see currency_lands.csv."""
    return {
        row["code"]: (tuple(filter(None, row["cues"].split("|"))), tuple(filter(None, row["home"].split("|"))))
        for row in lexicon.table("currency_lands")
        if row["word"] == word
    }


def ambiguous_pound(text: str, pos: int) -> tuple[int, str] | None:
    """A bare "pounds" (or "pound") at `pos` that is money here, not a weight: its end and code, or None.

    It is money after "billion" or "trillion", and in an article that prints £ or "sterling" or is about a land that
    pays in pounds if a scale word stands before it; never before "of", "heavier", "per square inch" and the like.
    """
    m = _POUND.match(text, pos)
    if m is None or _WEIGHT.match(text, m.end()):
        return None
    before = text[max(0, pos - 12) : pos].rstrip(" -\u00a0").lower()
    scale = before.endswith(("million", "billion", "trillion", "thousand", "bn", "mn", "tn", "m"))
    sterling = "£" in text or "sterling" in text
    if not scale and not sterling:
        return None
    code = _most_mentioned(text, "pound")
    if code or sterling:
        return m.end(), code or "GBP"
    return (m.end(), "GBP") if before.endswith(("billion", "trillion", "bn", "tn")) else None


_POUND = re.compile(r"pounds?(?!\w)")
_WEIGHT = re.compile(
    r"[ -](?:of (?!debt|aid|cash|funding|investment|public|tax|spending|savings|cuts|loans|assets|revenue|sales|damage)"
    r"|heav|light|overweight|per |a square|each|lost|loss|in weight|more than his|force)"
)


def _most_mentioned(text: str, word: str) -> str:
    """Whose money a shared word is, by how often the article names each land; empty if it names none."""
    counts = {code: sum(text.count(cue) for cue in cues) for code, (cues, _) in _cues(word).items()}
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] else ""


#: printed words -> the word of currency_lands.csv
_SHARED = {
    "peso": ("peso", "pesos"), "franc": ("franc", "francs"), "krone": ("krone", "kroner"), "krona": ("krona", "kronor"),
    "crown": ("crowns",), "dinar": ("dinar", "dinars"), "rupee": ("rupee", "rupees"), "rial": ("rial", "rials"),
    "riyal": ("riyal", "riyals"), "dirham": ("dirham", "dirhams"), "lira": ("lira", "liras"),
    "ruble": ("ruble", "rubles"), "rouble": ("rouble", "roubles"), "shilling": ("shilling", "shillings"),
    "leu": ("leu", "lei"), "kwacha": ("kwacha", "kwachas"), "manat": ("manat", "manats"),
}  # fmt: skip


def symbol_default(text: str) -> dict[str, str]:
    """What bare signs and words of money mean in an article, where it is not what `prefix` and `suffix` say.

    Keys as printed, in lower case: `$`, `dollars`, `cents`, `pesos`, `rs`…; empty for most articles.
    """
    found = _dollars(text) if "$" in text or "dollar" in text else {}
    for stem, words in _SHARED.items():
        if stem in text:
            code = _most_mentioned(text, stem)
            if code:
                found |= dict.fromkeys(words, code)
    if "Rs" in text or "₨" in text:
        code = _most_mentioned(text, "rupee")
        if code:
            found |= dict.fromkeys(("rs", "rs.", "₨"), code)
    if "cent" not in found and "$" not in text and "dollar" not in text:
        code = "EUR" if "€" in text or " euro" in text else "ZAR" if " rand" in text else ""
        if code:
            found |= {"cent": code, "cents": code}
    return found


_DOLLAR_WORDS = ("$", "dollar", "dollars", "cent", "cents", "¢")
_AMERICAN = re.compile(r"US ?\$|U\.S\.\$|\bU\.?S\.? dollars?|American dollars?|\bUSD\b")
_DECLARED = re.compile(
    r"(?:figures|amounts|prices|values|dollars|currency|sums|numbers)\b[^.\n$]{0,40}? in "
    r"(US|U\.S\.|American|Australian|Canadian|New Zealand|Singapore|Hong Kong) (?:dollars|currency|funds)"
)
_ADJECTIVES = {"Australian": "AUD", "Canadian": "CAD", "New Zealand": "NZD", "Singapore": "SGD", "Hong Kong": "HKD"}
_DATELINE = re.compile(r"\s*([A-Z][A-Z.' -]{2,30})(?:, [A-Z][\w. ]{1,24}?)?(?:,? ?\([^)\n]{1,30}\))? ?[—–-]")
_AGENCIES = ("Reuters", "(AP)", "AFP", "Bloomberg", "Xinhua", "UPI", "Associated Press", "Dow Jones", "CNBC")
#: an article that marks its own land's dollar writes a bare sign for the American one
_MARKED = {
    "AUD": ("A$", "AU$", "AUD", "Australian dollar"), "CAD": ("C$", "CA$", "CAD", "Canadian dollar"),
    "NZD": ("NZ$", "NZD", "New Zealand dollar"), "SGD": ("S$", "SGD", "Singapore dollar"),
    "HKD": ("HK$", "HKD", "Hong Kong dollar"), "TWD": ("NT$", "TWD", "Taiwan dollar"),
}  # fmt: skip
_CONVERTED = re.compile(r"\((?:about |around |some |roughly )?\$|\(\d[\d.,]* (?:million |billion |trillion )?dollars")
_AMERICA = re.compile(r"United States|\bU\.S\.|\bUS\b|America|Washington|Wall Street|New York")


def _dollars(text: str) -> dict[str, str]:
    """Whose dollar a bare `$` is, if not the American one.

    News agencies mark every dollar but the American, domestic media every dollar but their own. So it is the land's
    own where the article says so, or marks the American dollar (`US$`), or is a domestic one by dateline or name of
    the medium; and where it marks the land's own dollar without ever speaking of America or converting the sum.
    """
    declared = _DECLARED.search(text)
    if declared:
        code = _ADJECTIVES.get(declared[1], "")
        return dict.fromkeys(_DOLLAR_WORDS, code) if code else {}
    lands = _cues("dollar")
    marked = next((code for code, marks in _MARKED.items() if any(mark in text for mark in marks)), "")
    if marked:
        own = not _CONVERTED.search(text) and not _AMERICA.search(text)
        return dict.fromkeys(_DOLLAR_WORDS, marked) if own else {}
    code = ""
    if _AMERICAN.search(text):
        code = _most_mentioned(text, "dollar")
    elif not any(agency in text for agency in _AGENCIES):
        code = next((code for code, (_, home) in lands.items() if any(name in text for name in home)), "")
        m = _DATELINE.match(text)
        if not code and m is not None:
            place = m[1].strip().title()
            code = next((code for code, (cues, _) in lands.items() if place in cues), "")
    return dict.fromkeys(_DOLLAR_WORDS, code) if code else {}
