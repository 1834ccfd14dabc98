"""Where sentences end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from checks import lexicon

#: No sentence of an article is longer; what is (a table, a dump) is cut so that later stages stay fast.
LONGEST = 2000

# A run of stops with the footnote marks and closing marks that belong to it. The look-behind lets a
# run of stops be tried once only, so that a line of a million dots takes linear time. It stands after
# the first stop, since a pattern that begins with a set of characters is looked for much faster.
_STOP = re.compile(
    r"""[.!?…](?:(?<![.!?…][.!?…])[.!?…]*+(?:\[\d{1,3}\])*+["'”’»)\]]*+(?=\s|\Z)"""
    r"""|(?<=[a-z]{3}[.!?])["”]?(?=[A-Z][a-z]))"""
)
_NEXT = re.compile(r"""\s*+([\s"'`“‘«(\[—–•*_-]*+)([^\W\d_]+|\S|)(\.?)""")
_SPACED_CLOSER = re.compile(r"""\s("|''|'|”|’’|’|\))(?=\s|\Z)""")
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]\Z")
_ENUMERATOR = re.compile(r"\(?(?:\d{1,3}|[A-Za-z])\Z")
_CLOSERS = frozenset("\"'”’)")
_GOES_ON = frozenset(",;:.!?…%)]")


class _Words(NamedTuple):
    titles: frozenset[str]
    numbered: frozenset[str]
    either: frozenset[str]
    clock: frozenset[str]
    after_clock: frozenset[str]
    openers: frozenset[str]
    reporting: re.Pattern[str]


@cache
def _words() -> _Words:
    lists = {name: frozenset(words) for name, words in lexicon.lists("abbreviations").items()}
    verbs = "|".join(sorted(lists.pop("reporting")))
    return _Words(**lists, reporting=re.compile(rf"\s*(?:[\w.’'-]+\s+){{0,3}}(?:{verbs})\b"))


def spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of the paragraph `text[start:end]` as offsets into `text`, without outer spaces."""
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if stop.start() < begin or not _ends(text, begin, stop.start(), stop.end(), end):
            continue
        after = stop.end()
        if text[after + 1 : after + 2] in _CLOSERS:
            after = _with_spaced_closers(text, begin, after, end)
        if after - begin > LONGEST:
            yield from _cut(text, begin, after)
        else:
            yield begin, after
        begin = after
        while begin < end and text[begin].isspace():
            begin += 1
    if begin < end:
        yield from _cut(text, begin, end)


def _ends(text: str, begin: int, stop: int, after: int, end: int) -> bool:
    """Whether the stop at `text[stop:after]` ends the sentence that begins at `begin`."""
    if after >= end:
        return True
    words = _words()
    following = _NEXT.match(text, after, end)
    opening, word, dot = following.groups() if following else ("", "", "")
    if not text[after].isspace():  # "killed.The army": a missing space, or a web address
        return _sentence_case(word) in words.openers
    if not word or word[0] in _GOES_ON:
        return False
    before = text[max(begin, stop - 24) : stop]
    if before[-1:].isspace():  # tokenised text: the abbreviations have kept their stops
        return True
    if word[0].islower() and not word[1:2].isupper():  # "iPhone" may open a sentence
        return False
    if text[stop] != ".":
        quoted = text[after - 1] in "\"'”’"
        return not (quoted and words.reporting.match(text, after, min(end, after + 80)))
    if text.startswith("..", stop):
        return word != "I"
    last = before.rsplit(None, 1)[-1].lstrip("\"'“‘([—–-") if before.strip() else ""
    opens = _sentence_case(word) in words.openers and not dot
    if after > stop + 1:  # a closing mark follows: "(Dr.) Smith" is rare, "Co.” The" is not
        return True
    return _ends_after(last, word, opening, opens, stop - len(last) <= begin, words)


def _ends_after(last: str, word: str, opening: str, opens: bool, first: bool, words: _Words) -> bool:
    """Whether a lone full stop after `last` and before `word` ends the sentence."""
    last = _sentence_case(last.rsplit("-", 1)[-1].rsplit("/", 1)[-1])
    if last in words.titles:
        return False
    if last in words.numbered:
        return not word[0].isdigit()
    if first and _ENUMERATOR.match(last):  # "1. The first point"
        return False
    if last in words.clock:
        return word not in words.after_clock
    if last in words.either or _DOTTED.match(last):
        # "MEMPHIS, Tenn. — A man": a dash sets off a dateline
        return not any(mark in opening for mark in "—–-") and (opens or any(m in opening for m in '"“‘'))
    if len(last) == 1 and last.isupper() and last != "I":  # an initial
        return opens
    return True


def _sentence_case(word: str) -> str:
    """`FLA` as `Fla`; an initial stays."""
    return word.capitalize() if len(word) > 1 and word.isupper() and "." not in word else word


def _with_spaced_closers(text: str, begin: int, after: int, end: int) -> int:
    """`after`, moved behind a closing quotation mark that tokenised text sets off with a space."""
    closer = _SPACED_CLOSER.match(text, after, end)
    if closer is None or not text[after - 2 : after - 1].isspace():
        return after
    mark = closer[1]
    if mark in "\"'" and text.count(mark, max(begin, after - LONGEST), after) % 2 == 0:
        return after  # it opens the next sentence
    return closer.end()


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """`start, end` in pieces no longer than LONGEST, broken at white space where there is some."""
    while end - start > LONGEST:
        place = start + LONGEST
        while place > start + LONGEST // 2 and not text[place].isspace():
            place -= 1
        if not text[place].isspace():
            place = start + LONGEST
        piece = text[start:place].rstrip()
        yield start, start + len(piece)
        start = place
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield start, end
