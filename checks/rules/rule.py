"""The contract of a rule.

A rule is one module in this folder; its subfolders hold what rules share. Its docstring has three parts,
headed "What it flags", "Why it matters" and "What it leaves alone"; its `RULE` holds the logic and the
cases. Nothing else needs an edit to add one: registration, tests, `checks explain` and docs/rules.md come
from that module.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from checks.model import Article, Severity

if TYPE_CHECKING:
    import pandas as pd

#: The rows that one `find` call must see together. "article": all facts of an article; "pair": one
#: row of PAIRS; "cluster": all facts of the articles that are tied by pairs or are copies; "reference": a
#: fact and a known value for it; "evidence": a fact and what the evidence says of it.
Scope = Literal["article", "pair", "cluster", "reference", "evidence"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One doubt about one fact, as a rule reports it.

    `fact` is the id of the fact to flag, `evidence` the ids of the other facts in the argument,
    `message` the sum done, `expected` the value that would agree. `confidence` is 0..1. A finding
    may be milder than its rule: `severity` overrides the rule's.
    """

    fact: str
    message: str
    expected: str = ""
    evidence: tuple[str, ...] = ()
    confidence: float = 0.9
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A text (or several, for rules across articles) with the exact surfaces the rule flags in it.

    `text` may be a string, an Article, or a tuple of Articles. `figures` are the flagged surfaces
    in order of article and position; empty for a text that passes. `references` are the rows of the table
    of known values to check against, as dicts; `evidence` the articles that must bear the figures out, where
    they are to be looked up.
    """

    text: str | Article | tuple[Article, ...]
    figures: list[str] = field(default_factory=list)
    references: tuple[Mapping[str, str | float], ...] = ()
    evidence: tuple[Article, ...] = ()

    def articles(self) -> list[Article]:
        """The case as articles; a bare string becomes one called `case.txt`."""
        if isinstance(self.text, str):
            return [Article(id="case.txt", text=self.text)]
        return [self.text] if isinstance(self.text, Article) else list(self.text)


def two(first: str, second: str) -> tuple[Article, ...]:
    """The articles of a case told in two texts: `a.txt` and `b.txt`."""
    return Article(id="a.txt", text=first), Article(id="b.txt", text=second)


def days(*told: tuple[str, str]) -> tuple[Article, ...]:
    """The articles of a case, `a.txt`, `b.txt`, …, each of a date (ISO) and a text."""
    return tuple(
        Article(id=f"{chr(ord('a') + n)}.txt", text=text, date=dt.date.fromisoformat(day))
        for n, (day, text) in enumerate(told)
    )


def on(date: str, text: str) -> Article:
    """The article of a case, published on `date` (ISO)."""
    return Article(id="case.txt", text=text, date=dt.date.fromisoformat(date))


@dataclass(frozen=True, slots=True)
class Rule:
    """A check. `find` is pure: a table in, findings out; no I/O, no globals, no other rule.

    For scope "article" and "cluster" the table has FACTS columns, `title` and `published` (the article's
    title and its date, ISO; empty where unknown) and only rows with `main` True. "cluster" adds `cluster`,
    the id of the group; `original`, the article's id or that of the article it copies; `same`, the facts
    held to be about the same thing and time, and `implied`, those that state what this fact's relation
    leaves unsaid (fact ids, joined by `;`; of two facts only the earlier one names the other in `same`).
    For scope "pair" it has PAIRS columns and, for both facts, the same columns with the suffixes `_a`
    and `_b`. For scope "reference" it has the columns of `matching.known` and those of the fact, and of the
    part `part_value`, `part_low`, `part_high`, `part_surface`. For scope "evidence" it has the columns of
    `matching.Evidence.support`, those of the fact, and `by_surface`, `by_article` and `by_line` of the first
    fact in `by`. The table may hold many articles or pairs at once: findings on
    all of it must equal the findings on its partitions, one by one.
    """

    id: str
    severity: Severity
    scope: Scope
    find: Callable[[pd.DataFrame], Iterable[Finding]]
    flags: list[Case]
    passes: list[Case]
