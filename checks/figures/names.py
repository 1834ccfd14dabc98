"""What is no figure: models, sections, flights, versions, telephone numbers, addresses."""

from __future__ import annotations

import re
from functools import cache

from checks import lexicon

#: `the 6200 block of Minnock`, `203-576-TIPS`
_BLOCK = re.compile(r" blocks?\b(?! (?:away|from|apart|away|east|west|north|south|long))")
#: read backwards, from the number to the left, so that no place is tried twice
_LAST_WORD = re.compile(r"\n?[ \u00a0](\.?)([\w&’'-]*[A-Za-z])")
_SENTENCE_START = frozenset(".!?:;\n\r“”\"'‘’(—–•*|")
_FOLLOWER = re.compile(r"[ \u00a0-]([A-Za-z]+)")
_ACRONYM = re.compile(r"(?:^|[^\w$£€])[A-Z]{2,6} (?:[A-Z]\w{0,3} )?$")
_ERA_BEFORE = re.compile(r"\b(?:A\.?D\.?|B\.?C\.?E?\.?|C\.?E\.?) (?:[0-9]{1,4}(?: and | to |[-–]| or ))?$")
_ERA_AFTER = re.compile(r"(?:(?:[-–]| to | and )[0-9]{1,4})? ?(?:BCE?|B\.C\.|CE|AD|A\.D\.)(?!\w)")
#: the rest of a score, which a name may stand before: `beat Olympiakos 3-1`
_RESULT = re.compile(r"[-–:][0-9]{1,3}(?![\w-])")
_LISTED = re.compile(r", | and |, and | or | to | & |[-–]|, or ")
_PLURAL_LABEL = re.compile(
    r"\b([A-Za-z]{3,}s|pp|nos)\.? (?:[0-9]{1,5}(?:, and |, | and | or | to | & |[-–]))*\Z"
)
_NO_NOUN = re.compile(
    r"[.,;:)\]”\"?]|\Z|\n| (?:is|was|has|as|this|(?!people|men|women|children|more|other)[a-z]+(?<!s))\b"
)
#: words in -s after a name that ends in a number: `the BMW 320 was parked`
_NO_PLURAL = frozenset({"was", "is", "as", "its", "his", "this", "plus", "versus", "across", "series", "gas"})
#: `737-800`, `777-300ER`: Boeing's numbers, with the version
_AIRLINER = re.compile(r"7[0-8]7-(?:[1-9]00|8|9|10)(?:ER|LR|F|s)?(?![\w-])")
#: the same after their number alone: `a 737 jet`, `the 787 programme`
_JET = re.compile(
    r"7[0-8]7 (?:[Jj]umbo|[Mm]ax|MAX|NG|Dreamliner|jet|airliner|plane|freighter|tanker|[Cc]lassic)s?\b"
    r"|7[0-8]7 (?:aircraft|fleet|family|series|cockpit|cabin|crash(?:es)?|programme|program|production"
    r"|line)\b"
)
_QUOTES = frozenset("\"“'‘")
#: the rest of a title in quotation marks that begins with a number: `“13 Hours of Rain”`
_TITLE = re.compile(
    r"(?: (?:of|the|and|in|to|a|on|for|from))*(?: [A-Z][\w’'&-]*(?: (?:of|the|and|in|to|a|on|for"
    r"|from))*){1,8}[\"”'’]"
)
#: no noun that a number counts stands before these: `the Mazda 3 costs $22,550`
_VERB = re.compile(
    r" [a-z]+s (?:[0-9$£€₹]|an? (?!week|month|year|day)|the\b|its\b|about\b|(?:more|less|fewer) than\b"
    r"|up to\b)"
)
_BUS = re.compile(r" (?:bus|tram)(?! (?:stops?|lanes?|routes?|passes|companies|firms|drivers|passengers))\b")
#: `iPhone 11 and 11 Pro`
_EDITION = re.compile(r" (?:Pro|Max|Ultra|Plus|Mini|Air|Turbo|Series)\b(?! [a-z]+s\b)")
_SECOND_PARTS = frozenset("btPMUATS")
_SCREEN = re.compile(
    r" (?:TVs?|televisions?|video|resolution|Ultra|UHD|HDR|monitors?|screens?|displays?|Blu-ray"
    r"|cameras?|footage"
    r"|streaming|content|gaming)\b"
)
#: where laws and judgments are printed, their numbers to either side: `42 U.S.C. § 1983`, `347 U.S. 483`
_CITED = re.compile(
    r" (?:U\.S\.C\.?|C\.F\.R\.?|U\.S\.|USC|CFR|F\. ?[23]d|F\. ?Supp\.|S\. ?Ct\.|Fed\. Reg\."
    r"|Stat\.|WLR|CLR|SCC|SCR"
    r"|All ER)(?: ?§+)? ?[0-9]"
)
_STREET = re.compile(
    r" (?:(?:North|South|East|West|N|S|E|W|St|Old|New|Upper"
    r"|Lower)\.? )?(?:[A-Z][\w’'.-]{1,20} ){1,3}?(?:Road|Street|Avenue|Lane|Drive"
    r"|Boulevard|Terrace|Crescent|Close|Highway|Parkway|Rd|Ave|Blvd|Dr|St)\b(?!’s|'s)"
)


@cache
def _list(key: str) -> frozenset[str]:
    return frozenset(lexicon.lists("labels")[key])


@cache
def _named() -> tuple[dict[str, tuple[str, ...]], int]:
    """Number -> the lower-case words that make it a name (`500` after `s&p`); and their greatest length."""
    found: dict[str, tuple[str, ...]] = {}
    for name in _list("named"):
        words, _, number = name.lower().rpartition(" ")
        found[number] = (*found.get(number, ()), words + " ")
    return found, max(len(words) for all_words in found.values() for words in all_words)


@cache
def _begun() -> dict[str, tuple[str, ...]]:
    """Number -> what follows it in a name that it begins (`Dreamliner` after `787`)."""
    found: dict[str, tuple[str, ...]] = {}
    for name in _list("begun"):
        number, _, words = name.partition(" ")
        found[number] = (*found.get(number, ()), words)
    return found


def last_word(text: str, start: int) -> str:
    """The word that ends one space before `start`, or "" where something else stands there."""
    return _word_before(text, start)[0]


def _word_before(text: str, start: int) -> tuple[str, str]:
    """The word that ends one space before `start`, and its full stop, if any; both empty if there is none."""
    m = _LAST_WORD.match(text[max(0, start - 30) : start][::-1])
    return (m[2][::-1], m[1]) if m else ("", "")


def at_sentence_start(text: str, pos: int) -> bool:
    """Whether the word at `pos` begins a sentence (or a line, a quotation, a bracket)."""
    before = text[max(0, pos - 40) : pos].rstrip(" \u00a0")
    return not before or before[-1] in _SENTENCE_START


def is_glued(text: str, start: int) -> bool:
    """Whether letters run into the digits from the left: `Su-35`, `A321`, `G7`, `under-21`."""
    if not start:
        return False
    c = text[start - 1]
    if c.isalpha() or c in "_#№§":
        return True
    return (
        c in "-‑/" and start > 1 and (text[start - 2].isalpha() or (c == "/" and text[start - 2].isdigit()))  # noqa: RUF001
    )


def labelled(text: str, start: int) -> bool:
    """Whether the word before makes the number a name: `Article 5`, `No. 10`, `Formula 1`, `Game 2`."""
    word, stop = _word_before(text, start)
    if not word:
        return False
    lower = word.lower()
    if lower in ("no", "nos"):
        return bool(stop) or word[0] == "N"
    if stop and lower not in ("vol", "fig", "pp", "p", "apt", "ext", "mk"):
        return False
    if stop and lower == "p":
        return True
    if word == "of":  # "the Group of 20", but "a group of 20 men"
        return text.endswith("Group of ", 0, start)
    if lower in _list("labels") or not word[0].isupper():
        return lower in _list("labels")
    one = lower.removesuffix("s")  # Figures 3 and 4
    return lower in _list("capital_labels") or one in _list("capital_labels") or one in _list("labels")


def goes_on(text: str, first: int, first_end: int, start: int, end: int) -> bool:
    """Whether a number is a name as the one at `first` before it is: `pages 12, 14 and 15`."""
    if not _LISTED.fullmatch(text, first_end, start) or not _NO_NOUN.match(text, end):
        return False
    label = _PLURAL_LABEL.search(text, max(0, first - 60), first)
    return label is not None and (label[1][0].isupper() or label[1] in _list("labels"))


def is_of_an_era(text: str, start: int, end: int) -> bool:
    """Whether the number is a year of an era: `A.D. 1000`, the 1260 of `A.D. 1000 and 1260`, `500 BC`."""
    if end - start > 4:
        return False
    return (
        _ERA_BEFORE.search(text[max(0, start - 20) : start]) is not None
        or _ERA_AFTER.match(text, end) is not None
    )


def is_cited(text: str, start: int, end: int) -> bool:
    """Whether the number is a law's or a judgment's: the 18 of `18 U.S.C. 1001`, the 1983 of `§ 1983`."""
    return _CITED.match(text, end) is not None or text.endswith(("§ ", "U.S.C. ", "C.F.R. "), 0, start)


def model(text: str, start: int, end: int) -> int | None:
    """The end of a model's number, or of one that begins a name: `737-800`, `50 Cent`; None of any other.

    After "a", three digits and a capital are a model's; the others are on a list.
    """
    following = text[end : end + 1]
    if following == "-":
        airliner = _AIRLINER.match(text, start)
        return airliner.end() if airliner is not None else None
    if not following or following not in " \u00a0":
        return None
    first = text[end + 1 : end + 2]
    if end - start == 3 and first.isupper() and text.endswith((" a", " A"), 0, start - 1):
        return end
    if text[start] == "7" and _JET.match(text, start):
        return end
    if text[start - 1 : start] in _QUOTES and _TITLE.match(text, end):
        return end
    for words in _begun().get(text[start:end], ()):
        last = end + 1 + len(words)
        if text.startswith(words, end + 1) and not text[last : last + 1].isalpha():
            return end
    if end - start > 3 or first not in _SECOND_PARTS:
        return None
    # "the 73 bus": more than one would be buses
    return end if _BUS.match(text, end) or _EDITION.match(text, end) else None


def is_screen_or_house(text: str, start: int, end: int) -> bool:
    """Whether what looks like a scale is a letter of a name: `4K TV`, `221B Baker Street`."""
    if text[end - 1] == "K":
        return end - start == 2 and _SCREEN.match(text, end) is not None
    return text[end - 1] == "B" and is_address(text, start, end)


def is_address(text: str, start: int, end: int) -> bool:
    """Whether the number is a house's: `575 Wilbraham Road`."""
    return (
        end - start <= 5
        and _STREET.match(text, end) is not None
        and last_word(text, start).lower() not in _list("counting")
    )


def follows_name(text: str, start: int, end: int) -> bool:
    """Whether plain digits end a name: `S&P 500`, or one that is on no list (`Boeing 737 crashed`, `iPhone
    15`).

    The latter only where the word before is capitalised inside a sentence, is no day or month, and no
    plural noun follows that the digits could count.
    """
    if end - start > 4:
        return end - start > 4 and _ACRONYM.search(text[max(0, start - 9) : start]) is not None
    named, longest = _named()
    words = named.get(text[start:end])
    if words and text[max(0, start - longest) : start].lower().endswith(words):
        return True
    if _RESULT.match(text, end) and (end - start <= 2 or "100" <= text[start:end] < "200"):
        return False
    word = last_word(text, start)
    inner = any(c.isupper() for c in word[1:])
    if not word or not (word[0].isupper() or inner):
        return False
    if word.lower() in _list("no_name") or word.endswith(("’s", "'s")):
        return False
    if at_sentence_start(text, start - len(word) - 1) and not (inner and word[0].islower()):
        return False
    after = _FOLLOWER.match(text, end, end + 24)
    if after is None:
        return text[end : end + 1] not in ("%", "°")
    if _VERB.match(text, end) or (inner and word[0].islower()):  # nobody counts by `iPhone`
        return True
    follower = after.group(1)
    return not (
        follower.islower()
        and (
            (follower.endswith("s") and follower not in _NO_PLURAL)
            or follower in ("people", "men", "women", "children", "per")
        )
    )


def is_block(text: str, start: int, end: int) -> bool:
    """Whether plain digits number a block of a street: `the 6200 block of Minnock`."""
    return end - start >= 3 and _BLOCK.match(text, end) is not None
