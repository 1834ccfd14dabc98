"""What a check is asked for: articles, rules, severities, known values; refused where it cannot be done."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checks.errors import UserError, nearest
from checks.model import SEVERITIES, Article, Severity
from checks.settings import GRADES, Grade

if TYPE_CHECKING:
    import pandas as pd

    from checks.rules.rule import Rule

#: the columns of a table of known values: what is measured, whose, when, the interval it lies in, who says so
REFERENCES = (
    "measure", "entities", "period_start", "period_end", "low", "high", "unit", "source", "url",
)  # fmt: skip
_SURROGATE = re.compile("[\ud800-\udfff]")


class UnknownRule(UserError, ValueError):
    """A rule was named that there is not."""


class UnknownSeverity(UserError, ValueError):
    """A rule was given a severity that there is not."""


@dataclass(frozen=True)
class Choice:
    """The rules `known`, the names of those to run, and the severities that some are given."""

    known: Mapping[str, Rule]
    names: list[str]
    grades: Mapping[str, Severity]


def choice(
    known: Mapping[str, Rule],
    select: Iterable[str] | None,
    ignore: Iterable[str],
    severity: Mapping[str, Grade],
    per_path_ignores: Mapping[str, Iterable[str]],
) -> Choice:
    """The rules to run as `checks.check` is asked; raises UnknownRule and UnknownSeverity."""
    grades, off = _grades(severity)
    choose(known, (), (*grades, *(rule for some in per_path_ignores.values() for rule in some)))
    return Choice(known, choose(known, select, (*ignore, *off)), grades)


def refuse_references(references: pd.DataFrame) -> None:
    """Raise ValueError where `references` lacks a column of REFERENCES or a number in `low` and `high`."""
    if missing := [c for c in REFERENCES if c not in references.columns]:
        raise ValueError(f"references: no column {', '.join(missing)}")
    if references[["low", "high"]].isna().any(axis=None):
        raise ValueError("references: low or high is not a number")


def choose(
    known: Iterable[str], select: Iterable[str] | None = None, ignore: Iterable[str] = ()
) -> list[str]:
    """The names in `known` to run: those in `select` (None: all) that are not in `ignore`.

    Raises UnknownRule, with the nearest name, for one that is not in `known`.
    """
    known = list(known)
    wanted, unwanted = known if select is None else list(select), set(ignore)
    for name in (*wanted, *unwanted):
        if name not in known:
            raise UnknownRule(f"there is no rule {name!r}; {nearest(name, known, 'the rules are')}")
    return [name for name in known if name in set(wanted) - unwanted]


def _grades(severity: Mapping[str, str]) -> tuple[dict[str, Severity], list[str]]:
    """The severities that `severity` gives to rules, and the rules that it turns off."""
    for name, grade in severity.items():
        if grade not in GRADES:
            wrong = nearest(str(grade), GRADES, "it may be")
            raise UnknownSeverity(f"the rule {name!r} cannot have the severity {grade!r}; {wrong}")
    grades = {name: known for name, grade in severity.items() for known in SEVERITIES if known == grade}
    return grades, [name for name, grade in severity.items() if grade == "off"]


def distinct(articles: Iterable[Article]) -> list[Article]:
    """`articles` as a list, `writable`; raises ValueError where two have the same id."""
    articles = list(map(writable, articles))
    seen: set[str] = set()
    for article in articles:
        if article.id in seen:
            raise ValueError(f"two articles have the id {article.id!r}; facts could not be told apart")
        seen.add(article.id)
    return articles


def writable(article: Article) -> Article:
    """`article` with U+FFFD for each lone surrogate, which no file, language model or Arrow table can hold.

    JSON and names of files bring such characters; offsets stay.
    """
    told = (article.id, article.text, article.title, article.publisher)
    if all(value.isascii() or not _SURROGATE.search(value) for value in told):
        return article
    id, text, title, publisher = (_SURROGATE.sub("\ufffd", value) for value in told)
    return replace(article, id=id, text=text, title=title, publisher=publisher)
