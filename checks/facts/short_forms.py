"""Long names of an article and the short forms that it may use for them later."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checks.facts.places import find
from checks.facts.spans import ARTICLES, capitalised, is_acronym, pieces, spans, without_adjective, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

#: characters that a first line may have and still be a title
TITLE = 120
_FULL = re.compile(
    r"[A-ZÀ-ÖØ-Þ][\w'-]{1,40}(?:(?: of the | for the | of | for | and | de | al-| )[A-ZÀ-ÖØ-Þ][\w-]{1,40})+"
)
_DEFINED = re.compile(r"\((?:the )?([A-Z][A-Za-z&]{1,9})\)")


def long_forms(text: str, is_ordinary: Callable[[str], bool]) -> dict[str, str]:
    """Short form -> the one longer name of the article; what two names share is left out.

    `Full Name (ABBR)` decides; else the initials, the last word or the last two of a longer name count,
    unless `is_ordinary` holds for them or they come up before it (`Ford` before `Bill Ford`), the title
    aside. The first word of a name does not fold: `Barclays` is not `Barclays Capital`.
    """
    short: dict[str, str | None] = {}
    body = text.find("\n") + 1 if -1 < text.find("\n") < TITLE else 0
    for name in _full_names(text):
        introduced = text.find(name, body) + len(name)
        for form in _short_forms(name):
            if not is_ordinary(form) and _after(text, form, body) >= introduced - len(form):
                short[form] = name if short.get(form, name) == name else None
    for match in _DEFINED.finditer(text):
        if name := _defined_by(match.group(1), text[max(0, match.start() - 120) : match.start()]):
            short[match.group(1)] = name
    return {form: name for form, name in short.items() if name is not None}


def _after(text: str, form: str, start: int) -> int:
    """Where `form` first stands from `start` on; the end of the text if nowhere (initials, as a rule)."""
    at = text.find(form, start)
    return at if at >= 0 else len(text)


def _full_names(text: str) -> Iterator[str]:
    """Names of more than one word in running text: headings and labels before a colon are passed over."""
    runs: set[str] = set()
    seen: set[str] = set()
    for match in _FULL.finditer(text):
        end = match.end()
        if match.group() in runs or text[end : end + 1] in (":", "\n", ""):
            continue
        runs.add(match.group())
        before = text[max(0, match.start() - 2) : match.start()]
        opens = before[-1:] in ("", "\n") or before[:1] in ".!?:"
        for span in spans(capitalised(match.group()), match.group()):
            for piece in pieces(span):
                dropped = words("openers") if opens else ARTICLES
                while piece and piece[0].text.lower() in dropped:
                    piece = piece[1:]
                piece = without_adjective(piece)
                while len(piece) > 1 and piece[-1].text in words("suffixes"):
                    piece = piece[:-1]
                name = match.group()[piece[0].start : piece[-1].end] if len(piece) > 1 else ""
                if name and name not in seen and find(name) is None:
                    yield name
                seen.add(name)


def _short_forms(name: str) -> Iterator[str]:
    """What an article may call `name` later: its last word or two, its initials."""
    parts = name.split()
    if len(parts) < 5:
        for word in dict.fromkeys((parts[-1], parts[-1].removeprefix("al-"))):
            known = find(word) is not None or word in words("heads") or word in words("not_names")
            if not known and not is_acronym(word) and len(word) > 2:
                yield word
    if len(parts) in (3, 4) and parts[-2][0].isupper():
        yield " ".join(parts[-2:])
    initials = "".join(word[0] for word in parts if word[0].isupper())
    if len(initials) > 2:
        yield initials


def _defined_by(abbreviation: str, before: str) -> str:
    """The name before `(ABBR)` that it abbreviates by its initials or in part (`Nymex`); empty if none."""
    tail = before.split()[-10:]
    letters = abbreviation.replace("&", "").upper()
    for first in range(len(tail) - 2, -1, -1):
        name = tail[first:]
        initials = "".join(word[0] for word in name if word[0].isupper())
        if not initials or name[0][0] != initials[0] or initials[0] != letters[0]:
            continue
        if initials == letters or (len(initials) > 2 and _is_spread_over(letters, " ".join(name).upper())):
            while len(name) > 2 and name[-1] in words("suffixes"):
                name.pop()
            return " ".join(name)
    return ""


def _is_spread_over(letters: str, name: str) -> bool:
    at = 0
    for letter in letters:
        at = name.find(letter, at) + 1
        if not at:
            return False
    return True
