"""All stages in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from checks.errors import UserError
from checks.flags.result import Result
from checks.model import Article

if TYPE_CHECKING:
    import pandas as pd

Progress = Callable[[int], None]

#: the columns of a table of known values: what is measured, whose, when, the interval it lies in, who says so
REFERENCES = (
    "measure", "entities", "period_start", "period_end", "low", "high", "unit", "source", "url",
)  # fmt: skip


def extract(
    articles: Iterable[Article], *, model: str | None = None, progress: Progress | None = None
) -> pd.DataFrame:
    """Every figure of `articles` with its meaning: a table with FACTS columns.

    Rows stand in the order of the articles, then by position. `model` names a spaCy model to use
    instead of the installed `en_core_web_sm`; `progress` is told how many articles are done.
    Raises ValueError where two articles have the same id, UserError where the model is not installed.
    """
    from checks import facts

    return facts.extract(_distinct(articles), model=model, progress=progress)


def check(
    articles: Iterable[Article],
    references: pd.DataFrame | None = None,
    evidence: Iterable[Article] | None = None,
    *,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
    rules: Sequence[str] = (),
    model: str | None = None,
    progress: Progress | None = None,
) -> Result:
    """Check the figures of `articles` against one another.

    `select` names the rules to run (None: all of them), `ignore` those to leave out,
    `rules` modules with rules of your own. `references` is a table of known values with the columns
    of REFERENCES; `evidence` will hold articles that must bear the figures out. Raises ValueError
    for an unknown rule, for references without these columns, for evidence (no rule reads it
    yet), and where two articles have the same id.
    """
    from checks import flags, matching
    from checks import rules as catalogue

    if evidence is not None:
        raise ValueError("no rule reads evidence yet")
    if references is not None and (missing := [c for c in REFERENCES if c not in references.columns]):
        raise ValueError(f"references: no column {', '.join(missing)}")
    chosen = choose(catalogue.catalogue(tuple(rules)), select, ignore)
    articles = _distinct(articles)
    facts = extract(articles, model=model, progress=progress)
    copies = matching.copies(articles, facts)
    dates = {article.id: article.date for article in articles}
    pairs = matching.pairs(facts, copies, dates, matching.kin(articles))
    findings = catalogue.run(facts, pairs, copies, chosen, tuple(rules), articles)
    return Result(facts, flags.build(findings, facts), pairs, copies, len(articles))


class UnknownRule(UserError, ValueError):
    """A rule was named that there is not."""


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
            raise UnknownRule(f"there is no rule {name!r}; {nearest(name, known)}")
    return [name for name in known if name in set(wanted) - unwanted]


def nearest(name: str, known: Sequence[str]) -> str:
    """`did you mean 'percent-change'?`, or all names where none is near."""
    from difflib import get_close_matches

    close = get_close_matches(name.casefold().replace("_", "-"), known, n=1)
    return f"did you mean {close[0]!r}?" if close else f"the rules are {', '.join(known)}"


def _distinct(articles: Iterable[Article]) -> list[Article]:
    articles = list(articles)
    seen: set[str] = set()
    for article in articles:
        if article.id in seen:
            raise ValueError(f"two articles have the id {article.id!r}; facts could not be told apart")
        seen.add(article.id)
    return articles
