"""Who is named: the noun phrase before a reporting verb, or after "according to", made clean."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from checks.facts.sourcing.noun_phrase import shaped
from checks.facts.sourcing.people import is_vague
from checks.facts.sourcing.words import PRONOUNS, QUOTES, Words, auxiliaries, grammar, group, verbs

#: No noun phrase is followed over more words than this.
LONGEST = 14


class Who(NamedTuple):
    """A source as printed. `vague` means that nobody can be asked; `pronoun`, that it stands for the
    speaker named last ("he", "the report")."""

    name: str
    vague: bool = False
    pronoun: bool = False


NOBODY = Who("")
#: What stands behind a person's name where the sentence is done with it.
_AFTER_PERSON = frozenset([".", ",", ";", "”", '"', ""])
_BREAKS = frozenset(";:()[]—–-…?!*|")
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_LEAD = re.compile(
    rf"(?:(?:and|but|so|yet|still|meanwhile|moreover|however|also|then|now|later|earlier|instead|nevertheless|today|similarly|"
    rf"yesterday|here|even|both)\s+|"
    rf"(?:last|this|next|late|early|earlier)\s+(?:week|month|year|\w+day|spring|summer|autumn|fall|winter)\s+|"
    rf"(?:in|on|by|since|during|at)\s+(?:(?:early|late|mid|last|the)\s+)*(?:\d{{4}}|\w+day|{_MONTHS}|time|end)\s+"
    rf"(?:\d{{1,4}}\s+)?)+",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    rf"(?<!\s)\s++(?:(?:on|in|late|early|at)\s++){{0,3}}+(?:\w+day|yesterday|today|{_MONTHS}|\d{{4}})$",
    re.IGNORECASE,
)
_PERSON_OF = re.compile(r"(?:['’]s|s['’])\s+((?:[A-Z][\w.'’-]*\s+){1,3}[A-Z][\w.’-]*)$")
_MAKER = re.compile(r"\b(?:by|from)\s+(?:researchers (?:at|from)\s+)?((?:the\s+)?\S.*)$")
_PREPOSITION = re.compile(
    r"(?:in|on|at|by|for|after|during|with|since|from|as|to|among|while|under|over|of|between|before|despite|"
    r"without|against|into|about|like)\s",
    re.IGNORECASE,
)
_LAST_NAME = re.compile(r"(?:\b(?:the|a|an)\s[^\d]{2,60}|[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){0,7})$")
_NO_NAME = re.compile(
    r"(?:the|an?|(?:his|her|its|their|our|my)(?: own)?|this|that|these|those|one|two|three|four|it|[\d$£€].*|"
    r".*(?:\bper ?cent\b|%|[$£€]\d).*|(?:who|which|whom|whose|there|not|if|when|including|such)\b.*)$",
    re.IGNORECASE,
)
#: The people asked in a poll speak for the poll.
_ASKED = re.compile(r"\b(?:voters|respondents|adults|majority|those (?:polled|surveyed|asked))\b")
#: "who", and "who's" for "who has".
_RELATIVE = re.compile(r"(?:who|which|that)(?:['’](?:s|ve|d|ll|re))?$")
#: A clock time or the number of a section before a name: "12:31 Devon Police", "3.3 The Ombudsman".
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})* (?=[A-Z])")
_ARTICLE = re.compile(r"(?:the|an?|its|their|his|her)\s+(?=\S)", re.IGNORECASE)
_EDGE = " ,.\"“”'’‘«»"


def before(words: Words, verb: int) -> tuple[Who, int]:
    """The subject of the reporting verb at `verb`, and the index where its noun phrase begins.

    NOBODY where none is plain; the index is then that of the verb.
    """
    end = verb
    low = words.low
    while end and (
        low[end - 1] in grammar("adverbs") or low[end - 1] in auxiliaries() or low[end - 1].endswith("ly")
    ):
        end -= 1
    relative = end > 0 and _RELATIVE.match(low[end - 1]) is not None
    if relative:
        end -= 1
    if end and words.raw[end - 1] in {",", "—", "–"}:
        opening = end - 1 if relative else _apposition(words, end - 1)
        if words.at(opening + 1) == "including":  # "experts, including Ana Ruiz of Yale, argue"
            return judge(words, opening + 2, end - 1, subject=True), opening + 2
        if opening and not relative and is_person(words, opening + 1, end - 1):
            start = _back(words, opening)
            if start < opening and not words.capital(opening - 1):  # "the minister, Ana Ruiz, said"
                return judge(words, opening + 1, end - 1, subject=True), start
        end = opening
    start = _back(words, end)
    complement = words.at(start - 1) in grammar("be") and "which" not in low[start:end]
    if start == end or complement:  # "it is the tip of the iceberg"
        return NOBODY, verb
    return judge(words, start, end, subject=True), start


def after(words: Words, start: int, limit: int = LONGEST) -> tuple[Who, int]:
    """The noun phrase that begins at `start`, and the index after it."""
    end, last = start, min(len(words), start + limit)
    while end < last:
        low = words.low[end]
        if low == "," or low in _BREAKS or words.stop(end) or (low in QUOTES and end > start):
            break
        if low in grammar("made_by"):
            maker = _maker(words, end + 1, last)
            if maker is None:
                break
            return after(words, maker, limit)
        ends = low in _ends_name() and end > start and words.low[end - 1] not in grammar("knowing")
        if ends and not (low == "and" and joined(words, end)):
            break
        end += 1
    if end > start and words.at(end) == "," and not words.capital(end - 1):  # "said the minister, Ana Ruiz"
        last = end + 1
        while last < len(words) and (words.capital(last) or words.low[last] in grammar("name_particles")):
            last += 1
        if words.at(last) in _AFTER_PERSON and is_person(words, end + 1, last):
            return judge(words, end + 1, last), last
    return (judge(words, start, end), end) if end > start else (NOBODY, start)


def is_person(words: Words, start: int, end: int) -> bool:
    """True for two to five words that are all of one name: "Ana Ruiz", "Prince Abdulaziz bin Salman"."""
    inner = range(start, end)
    return (
        2 <= len(inner) <= 5
        and words.capital(start)
        and words.capital(end - 1)
        and all(words.raw[i].isalpha() or "-" in words.raw[i] or "’" in words.raw[i] or "'" in words.raw[i]
                for i in inner)
        and all(words.capital(i) or words.low[i] in grammar("name_particles") for i in inner)
    )  # fmt: skip


def judge(words: Words, start: int, end: int, subject: bool = False) -> Who:
    """The words from `start` to `end` as a source; `subject` where a verb of saying follows them."""
    if words.low[start] in PRONOUNS:
        return Who(words.raw[start], pronoun=True)
    who, asked = _told(words.printed(start, end), subject)
    if asked and group("sources", "documents").isdisjoint(words.low[start : start + 4]):
        return NOBODY
    return who


@lru_cache(maxsize=1024)  # an article names the same few again and again
def _told(printed: str, subject: bool) -> tuple[Who, bool]:
    """Whom the words `printed` name, and whether they tell of people asked in a poll."""
    asked = _ASKED.search(printed) is not None
    name = clean(printed, subject)
    if not name:
        return NOBODY, asked
    paper = _is_the_paper(name)
    return Who(name, vague=not paper and is_vague(name), pronoun=paper), asked


def clean(text: str, subject: bool = False) -> str:
    """A noun phrase without the adverbial before it and without the body that a person belongs to.

    Empty when no name is left. `subject` as for `shaped`.

    >>> clean("Carnegie Endowment’s Nicole Grajewski")
    'Nicole Grajewski'
    """
    text = _NUMBERED.sub("", text.strip(_EDGE), count=1) if text[:1].isdigit() else text.strip(_EDGE)
    if lead := _LEAD.match(text):
        text = text[lead.end() :]
    if owned := _PERSON_OF.search(text):
        text = owned.group(1)
    first = text.lower().split(" ", 4)[:4]
    if not group("sources", "documents").isdisjoint(first) and (maker := _MAKER.search(text)):
        text = maker.group(1)
    if _PREPOSITION.match(text):
        rest = _LAST_NAME.search(text, 3)
        text = rest.group() if rest else ""
    text = shaped(_TRAILING.sub("", text.strip(_EDGE)), subject)
    text = text.strip(_EDGE).removesuffix("’s").removesuffix("'s")
    return "" if not text or text.lower() in grammar("abbreviations") or _NO_NAME.match(text) else text


def bare(name: str) -> str:
    """A name without its article or owner: "the World Bank", "its annual report"."""
    found = _ARTICLE.match(name)
    rest = name[found.end() :] if found else ""
    return rest if rest and rest != "Hague" else name


def joined(words: Words, i: int) -> bool:
    """True when the "and" at `i` ties two names."""
    return (
        0 < i < len(words) - 1
        and words.capital(i - 1)
        and (
            words.capital(i + 1)
            or (words.low[i + 1] == "the" and i + 2 < len(words) and words.capital(i + 2))
        )
    )


@cache
def _ends_name() -> frozenset[str]:
    """Words that open what follows a name: a clause, a time, a place of saying."""
    return grammar("ends_name") | _fence()


@cache
def _fence() -> frozenset[str]:
    """What no noun phrase reaches over."""
    return grammar("conjunctions") | auxiliaries()


def _is_the_paper(name: str) -> bool:
    """True for "the report", "the researchers": a paper, or its authors, that the text has named before."""
    parts = name.lower().split()
    known = group("sources", "documents") | group("sources", "authors")
    return len(parts) == 2 and parts[0] in {"the", "this", "that"} and parts[1] in known


def _back(words: Words, end: int) -> int:
    """Where the noun phrase that ends before index `end` begins."""
    if end and words.low[end - 1] in PRONOUNS:
        return end - 1
    start, known, papers = end, verbs(), group("sources", "documents")
    fence = _fence()
    while start and end - start < LONGEST:
        low = words.low[start - 1]
        if low == ")" and (opening := _bracket(words, start - 1)):
            start = opening
            continue
        if (
            low in {"’", "'"}
            and words.low[start - 2].endswith("s")
            and start > 1
            and _tight(words, start - 1)
        ):
            start -= 1  # "supporters' groups"
            continue
        if low == "," or low in QUOTES or low in _BREAKS or low in fence:
            break
        if words.stop(start - 1) or (low == "and" and not joined(words, start - 1)):
            break
        if low in known and low not in papers and not words.capital(start - 1):
            break
        start -= 1
    return start


def _tight(words: Words, i: int) -> bool:
    """True where the mark at `i` stands right behind a word, and another follows: "supporters' groups"."""
    return (
        words.starts[i] == words.ends[i - 1]
        and i + 1 < len(words)
        and words.starts[i + 1] == words.ends[i] + 1
        and not any(low in {"‘", "'"} for low in words.low[:i])
    )


def _bracket(words: Words, close: int) -> int:
    """The bracket that opens an aside about what stands before it, "(ONS)", or 0."""
    for i in range(close - 1, max(0, close - 12), -1):
        if words.raw[i] in "()":
            return i if words.raw[i] == "(" else 0
    return 0


def _apposition(words: Words, comma: int) -> int:
    """The comma or dash that opens the apposition which the one at `comma` closes, or 0."""
    for i in range(comma - 1, max(0, comma - 25), -1):
        if words.raw[i] == words.raw[comma]:
            return i
        if words.raw[i] in _BREAKS or words.raw[i] in QUOTES:
            return 0
    return 0


def _maker(words: Words, start: int, last: int) -> int | None:
    """The first word of the name in "published on Tuesday by the ministry", from `start` on."""
    for i in range(start, min(last, start + 5) - 1):
        name = words.capital(i + 1) or words.low[i + 1] == "the"
        if words.low[i] in {"by", "in", "from"} and name and not _TRAILING.fullmatch(" " + words.raw[i + 1]):
            return i + 1
    return None
