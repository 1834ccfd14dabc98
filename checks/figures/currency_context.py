"""What `$`, "pesos" or "pounds" mean in an article, from its own wording."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import chain

from checks import lexicon


@cache
def _cues(word: str) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """code -> (cues, home media) of the lands that share a word for money; see currency_lands.csv."""
    return {
        row["code"]: (
            tuple(filter(None, row["cues"].split("|"))),
            tuple(filter(None, row["home"].split("|"))),
        )
        for row in lexicon.table("currency_lands")
        if row["word"] == word
    }


def ambiguous_pound(text: str, pos: int) -> tuple[int, str] | None:
    """A bare "pounds" (or "pound") at `pos` that is money here, not a weight: its end and code, or None.

    It is money after "billion" or "trillion", before a sum it is converted to, and, in an article that
    prints "sterling" or names a land that pays in pounds, after any scale word; never before "of beef",
    "per square inch" and the like.
    """
    m = _POUND.match(text, pos)
    if m is None or _WEIGHT.match(text, m.end()):
        return None
    scale = _SCALE_BEFORE.search(text, max(0, pos - 10), pos)
    if scale is None and not _CONVERTED.match(text, m.end() + 1):
        return None
    code = most_mentioned(text, "pound")
    if code or scale is None or scale[1] or _PAID.search(text, max(0, pos - 80), pos):
        return m.end(), code or "GBP"
    return None


_SCALE_BEFORE = re.compile(
    r"(?:(?P<sure>billion|trillion|\d[bt]n)|million|thousand|\d[mk]n?)[ \u00a0-]?\Z", re.IGNORECASE
)
#: money changes hands, in the clause before: `paid 2 million pounds`, `a budget of some 300 million pounds`
_PAID = re.compile(
    r"\b(?:[Pp]aid|[Pp]ay(?:s|ing|ment\w*|out\w*)?|[Cc]ost\w*|[Pp]ric\w+|[Ww]orth|[Vv]alued?|[Ss]pen[dt]\w*|[Bb]udget\w*|[Ii]nvest\w*"
    r"|[Ff]und\w*|[Dd]ebts?|[Pp]rofits?|[Ll]oss(?:es)?|[Rr]evenues?|[Ss]ales of|[Tt]urnover|[Ff]in(?:es?"
    r"|ed)|[Ll]oans?|[Bb]orrow\w*"
    r"|[Rr]ais\w+|[Dd]onat\w+|[Ee]arn\w*|[Ss]avings?|[Gg]rants?|[Cc]ontracts?|[Dd]eal|[Bb]id|[Bb]uy\w*"
    r"|[Ss]old for|[Ff]ees?)\b"
    r"[^.;:]*\Z"
)
_POUND = re.compile(r"pounds?(?!\w)")
_WEIGHT = re.compile(
    r"[ -](?:of (?!debt|aid|cash|funding|investment|public|tax|spending|savings|loans|assets|revenue|sales)"
    r"|heav|light|overweight|per |a square|each|lost|loss|in weight|more than his|force)"
)


@lru_cache(maxsize=32)  # the same article is asked about for each of its figures
def most_mentioned(text: str, word: str) -> str:
    """Whose money a shared word is, by how often the article names each land; empty if it names none."""
    counts = _mentions(text, word)
    return max(counts, key=lambda code: sum(counts[code]), default="")


#: how most cues begin: an article without a word that begins so need not be searched for the cue
_HEAD = re.compile(r"[A-Z][a-z]{2}")


@lru_cache(maxsize=32)
def _mentions(text: str, word: str) -> dict[str, list[int]]:
    """How often an article names each cue of each land that shares a word, without those it never names."""
    by_head, headless = _cues_by_head(word)
    met: dict[str, list[int]] = {}
    for code, cue in chain(headless, *(by_head[head] for head in by_head.keys() & set(_HEAD.findall(text)))):
        if n := text.count(cue):
            met.setdefault(code, []).append(n)
    # in the order of the table, which decides between lands named equally often
    return {code: met[code] for code in _cues(word) if code in met}


@cache
def _cues_by_head(word: str) -> tuple[dict[str, list[tuple[str, str]]], list[tuple[str, str]]]:
    """(code, cue) of the lands that share a word, by the first letters of the cue; then the rest."""
    by_head: dict[str, list[tuple[str, str]]] = {}
    headless: list[tuple[str, str]] = []
    for code, (cues, _) in _cues(word).items():
        for cue in cues:
            (by_head.setdefault(cue[:3], []) if _HEAD.match(cue) else headless).append((code, cue))
    return by_head, headless


#: plurals of the shared words that do not end in -s; a crown alone is not money
_PLURALS = {"krone": "kroner", "krona": "kronor", "leu": "lei"}
_OTHER_RULES = frozenset({"dollar", "pound", "won"})


@cache
def _shared() -> dict[str, str]:
    """Printed form -> word, of every word for money that two lands or more share."""
    lands = [row["word"] for row in lexicon.table("currency_lands") if row["cues"]]
    shared = {word for word in lands if lands.count(word) > 1} - _OTHER_RULES
    forms = {word: word for word in shared} | {_PLURALS.get(word, word + "s"): word for word in shared}
    return forms | dict.fromkeys(("rs", "rs.", "₨"), "rupee")


def meant(text: str, printed: str) -> str:
    """The code of what a bare sign or word of money (`$`, `cents`, `pesos`, `rs`) means in an article.

    `printed` is in lower case. The code is empty where it means what `prefix` and `suffix` say, as it does in
    most articles.
    """
    if printed in _DOLLAR_WORDS:
        dollars = "$" in text or "dollar" in text
        if code := _dollars(text) if dollars else "":
            return code
        if printed in ("cent", "cents") and not dollars:
            return "EUR" if "€" in text or " euro" in text else "ZAR" if " rand" in text else ""
        return ""
    word = _shared().get(printed)
    return most_mentioned(text, word) if word else ""


_DOLLAR_WORDS = frozenset({"$", "dollar", "dollars", "cent", "cents", "¢"})
_AMERICAN = re.compile(r"US ?\$|U\.S\.\$|\bU\.?S\.? dollars?|American dollars?|\bUSD\b")
_DECLARED = re.compile(
    r"(?:figures|amounts|prices|values|dollars|currency|sums|numbers)\b[^.\n$]{0,40}? in "
    r"(US|U\.S\.|American|Australian|Canadian|New Zealand|Singapore|Hong Kong) (?:dollars|currency|funds)"
)
_DATELINE = re.compile(
    r"\s*+([A-Z][A-Z.' -]{2,30})(?:, (?:\d\d? )?[A-Z][\w. ]{1,24}?)?(?:,? ?\([^)\n]{1,30}\))?(?: ?[—–-]|: )"
)
_CONVERTED = re.compile(
    r"\((?:about |around |some |roughly )?\$|\(\d[\d.,]* (?:million |billion |trillion )?dollars"
)
_AMERICA = re.compile(r"United States|\bU\.S\.|\bUS\b|America|Washington|Wall Street|New York")


def _dollars(text: str) -> str:
    """The code of a bare `$`, if it is not the American one.

    News agencies mark every dollar but the American, domestic media every dollar but their own. So it is
    the land's own where the article says so, or marks the American dollar (`US$`), or is a domestic one
    by dateline, name of the medium or the places it speaks of; and where it marks the land's own dollar
    without ever speaking of America, naming an agency or converting the sum.
    """
    if " in " in text and ("dollars" in text or "currency" in text or "funds" in text):
        declared = _DECLARED.search(text)
        if declared:
            code = lexicon.lists("dollars")["adjectives"].get(declared[1], "")
            return str(code)
    lands = _cues("dollar")
    marked = next((code for mark, code in _marks() if mark in text and _printed(text, mark)), "")
    if marked:
        own = not _by_agency(text) and not _CONVERTED.search(text) and not _AMERICA.search(text)
        return marked if own else ""
    code = ""
    if ("US" in text or "U.S" in text or "American dollar" in text) and _AMERICAN.search(text):
        code = most_mentioned(text, "dollar")
    elif not _by_agency(text):
        land = most_mentioned(text, "dollar")
        if land and any(_printed(text, name) for name in lands[land][1]):
            code = land
        m = _DATELINE.match(text)
        if not code and m is not None:
            place = m[1].strip().title()
            code = next((code for code, (cues, _) in lands.items() if place in cues), "")
        code = code or _domestic(text)
    return code


@cache
def _marks() -> tuple[tuple[str, str], ...]:
    """(mark, code) of every mark of a dollar that is not the American one."""
    lands = lexicon.lists("dollars")["marks"].items()
    return tuple((mark, code) for code, marks in lands for mark in marks)


def _by_agency(text: str) -> bool:
    return any(name in text for name in lexicon.lists("dollars")["agencies"])


def _domestic(text: str) -> str:
    """The one dollar land that an article speaks of, under two names or more and three times or more."""
    met = _mentions(text, "dollar")
    code, counts = next(iter(met.items()), ("", []))
    if len(met) != 1 or len(counts) < 2 or sum(counts) < 3:
        return ""
    return "" if _AMERICA.search(text) or _CONVERTED.search(text) else code


def _printed(text: str, mark: str) -> bool:
    """Whether a mark is printed as a word of its own: `S$` not as the end of `US$`, `AAP` not in `AAPL`."""
    return mark in text and re.search(rf"(?<![A-Za-z]){re.escape(mark)}(?![A-Za-z])", text) is not None
