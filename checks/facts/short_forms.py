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


class LongForms:
    """The longer names of an article, each read only where it may be that of a short form asked for.

    `Full Name (ABBR)` decides; else the initials, the last word or the last two of a longer name count,
    unless `is_ordinary` holds for them or they come up before it (`Ford` before `Bill Ford`), the title
    aside. The first word of a name does not fold: `Barclays` is not `Barclays Capital`.
    """

    def __init__(self, text: str, is_ordinary: Callable[[str], bool]) -> None:
        self.text = text
        self.is_ordinary = is_ordinary
        self.body = text.find("\n") + 1 if -1 < text.find("\n") < TITLE else 0
        self._runs = _runs(text)
        self._names: dict[str, list[str]] = {}
        self._long: dict[str, str] = {}
        for match in _DEFINED.finditer(text):
            if name := _defined_by(match.group(1), text[max(0, match.start() - 120) : match.start()]):
                self._long[match.group(1)] = name

    def of(self, form: str) -> str:
        """The one longer name of the article that `form` is short for; itself if there is none, or two."""
        if form not in self._long:
            names = {name for name in self._holding(form) if self._stands_for(form, name)}
            self._long[form] = names.pop() if len(names) == 1 and not self.is_ordinary(form) else form
        return self._long[form]

    def _holding(self, form: str) -> Iterator[str]:
        """The names in the runs that hold `form`, or its letters, if it may be initials."""
        letters = set(form) if form.isupper() else None
        for run, opens in self._runs.items():
            if form in run or (letters is not None and letters.issubset(run)):
                if run not in self._names:
                    self._names[run] = list(_full_names(run, opens))
                yield from self._names[run]

    def _stands_for(self, form: str, name: str) -> bool:
        """Whether `form` is a short form of `name` that does not come up before it."""
        if form not in _short_forms(name):
            return False
        introduced = self.text.find(name, self.body) + len(name)
        first = self.text.find(form, self.body)  # nowhere, as a rule, are initials
        return first < 0 or first >= introduced - len(form)


def _runs(text: str) -> dict[str, bool]:
    """Runs of capitalised words in running text, and whether a sentence begins with the first of each.

    Headings and labels before a colon are passed over.
    """
    found: dict[str, bool] = {}
    for match in _FULL.finditer(text):
        start, end = match.span()
        if match.group() not in found and text[end : end + 1] not in (":", "\n", ""):
            before = text[max(0, start - 2) : start]
            found[match.group()] = before[-1:] in ("", "\n") or before[:1] in ".!?:"
    return found


def _full_names(run: str, opens: bool) -> Iterator[str]:
    """The names of more than one word in a run."""
    for span in spans(capitalised(run), run):
        for piece in pieces(span):
            dropped = words("openers") if opens else ARTICLES
            while piece and piece[0].text.lower() in dropped:
                piece = piece[1:]
            piece = without_adjective(piece)
            while len(piece) > 1 and piece[-1].text in words("suffixes"):
                piece = piece[:-1]
            name = run[piece[0].start : piece[-1].end] if len(piece) > 1 else ""
            if name and find(name) is None:
                yield name


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
