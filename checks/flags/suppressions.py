"""Flags that an article asks not to be told: `<!-- checks: ignore percent-change -->`.

In a paragraph (also at its end) the comment holds for that paragraph, on a line of its own for the next
one; `ignore-article` holds for the whole article. Without a rule's name it holds for all rules.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from checks.articles.comments import Comment, Shown, comments, shown
from checks.articles.paragraphs import Paragraph, paragraphs
from checks.errors import UserError, nearest
from checks.model import Article, Places

if TYPE_CHECKING:
    import pandas as pd

VERBS = ("ignore", "ignore-article")
_DIRECTIVE = re.compile(r"(?i)\s*checks\s*:\s*([^\s,:]*)[\s,:]*")
#: what was surely meant to be one: "check: ignore", "checks ignore"
_MEANT = re.compile(r"(?i)\s*checks?\s*:?\s*ignore(?:-article)?\b")
#: characters of a comment that an error shows
_SHOWN = 60


class SuppressionError(UserError, ValueError):
    """A comment to checks that cannot be followed; the message begins with `article:line`."""


@dataclass(frozen=True, slots=True)
class Suppression:
    """A comment of `article` on `line`: `rules` (none: all) are not told from `start` to `end`.

    Offsets are those of the article's text: -1 and -1 stand for the whole article; they are equal where
    there is nothing that it could hold for.
    """

    article: str
    line: int
    start: int
    end: int
    rules: tuple[str, ...] = ()


@dataclass
class Outcome:
    """`flags` that remain; how many were `suppressed`; a line for each suppression that is `stale`."""

    flags: pd.DataFrame
    suppressed: int = 0
    stale: list[str] = field(default_factory=list)


def read(articles: Iterable[Article], known: Collection[str]) -> list[Suppression]:
    """The suppressions in `articles`, in order.

    Raises SuppressionError for a comment to checks that names a rule not in `known` or says anything
    but `ignore` and `ignore-article`, and for one that is never closed.
    """
    return [s for article in articles if "<!--" in article.text for s in _of(article, known)]


def apply(
    flags: pd.DataFrame, suppressions: Sequence[Suppression], known: Collection[str], ran: Collection[str]
) -> Outcome:
    """`flags` (FLAGS columns) without those on a figure in the reach of one of `suppressions` (as `read`).

    A suppression is stale if one of its rules has no flag there, though the rule is in `ran`; one for
    all rules, if there is no flag and all of `known` ran.
    """
    if not suppressions:
        return Outcome(flags)
    whole: dict[str, list[Suppression]] = {}
    parts: dict[str, list[list[Suppression]]] = {}
    for article, group in groupby(suppressions, key=lambda s: s.article):
        own = list(group)
        whole[article] = [s for s in own if s.start < 0]
        within = sorted((s for s in own if s.start >= 0), key=lambda s: s.start)
        parts[article] = [list(same) for _, same in groupby(within, key=lambda s: s.start)]
    used: set[tuple[Suppression, str]] = set()
    kept = []
    for article, start, check in zip(flags["article"], flags["start"], flags["check"], strict=True):
        paragraph = parts.get(article, [])
        i = bisect_right(paragraph, start, key=lambda same: same[0].start) - 1
        near = paragraph[i] if i >= 0 and start < paragraph[i][0].end else []
        hits = [s for s in (*whole.get(article, ()), *near) if not s.rules or check in s.rules]
        used |= {(s, check if s.rules else "") for s in hits}
        kept.append(not hits)
    every = set(known) <= set(ran)
    stale = [
        f"{s.article}:{s.line}: {_told(s, name)} suppresses nothing (any more); take it out"
        for s in suppressions
        for name in s.rules or ("",)
        if (s, name) not in used and (name in ran or (not name and every))
    ]
    return Outcome(flags.loc[kept], len(kept) - sum(kept), stale)


def _told(suppression: Suppression, name: str) -> str:
    verb = VERBS[suppression.start < 0]
    return f"<!-- checks: {verb}{' ' + name if name else ''} -->"


def _of(article: Article, known: Collection[str]) -> list[Suppression]:
    said: list[tuple[Comment, str, tuple[str, ...]]] = []
    for comment in comments(article.text):
        directive = _directive(article, comment, known)
        if directive is not None:
            said.append((comment, *directive))
    if not said:
        return []
    view = shown(article.text)
    parts = paragraphs(view.text)
    starts = [part.start for part in parts]
    places = Places(article)
    out = []
    for comment, verb, names in said:
        line, _ = places(comment.start)
        out.append(Suppression(article.id, line, *_reach(verb, comment, view, parts, starts), names))
    return out


def _directive(
    article: Article, comment: Comment, known: Collection[str]
) -> tuple[str, tuple[str, ...]] | None:
    """What `comment` asks for: the verb and the rules; None for a comment to people."""
    found = _DIRECTIVE.match(comment.body)
    if found is None:
        if _MEANT.match(comment.body):
            raise _error(article, comment, "is nearly one to checks; those begin with <!-- checks: ignore")
        return None
    if not comment.closed or "<!--" in comment.body:
        raise _error(article, comment, "is not closed; end it with -->")
    verb = found[1].casefold().replace("_", "-")
    if verb not in VERBS:
        wrong = f"there is no {verb!r}; {nearest(verb, VERBS, 'there are')}"
        raise _error(article, comment, wrong if verb else "says nothing; write ignore or ignore-article")
    names = tuple(dict.fromkeys(filter(None, re.split(r"[\s,]+", comment.body[found.end() :]))))
    for name in names:
        if name not in known:
            raise _error(
                article, comment, f"there is no rule {name!r}; {nearest(name, known, 'the rules are')}"
            )
    return verb, names


def _reach(
    verb: str, comment: Comment, view: Shown, parts: Sequence[Paragraph], starts: Sequence[int]
) -> tuple[int, int]:
    """From where to where in the article's text `comment` holds; (-1, -1) is everywhere."""
    if verb == "ignore-article":
        return -1, -1
    at = view.here(comment.start)
    i = bisect_right(starts, at) - 1
    if i < 0 or "\n" in view.text[parts[i].end : at]:  # nothing before it on its line
        i += 1
    if i == len(parts):
        return comment.end, comment.end
    return view.start(parts[i].start), view.end(parts[i].end)


def _error(article: Article, comment: Comment, wrong: str) -> SuppressionError:
    text = " ".join(article.text[comment.start : comment.end][: _SHOWN + 40].split())
    text = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    line, _ = Places(article)(comment.start)
    return SuppressionError(f"{article.id}:{line}: {text}: {wrong}")
