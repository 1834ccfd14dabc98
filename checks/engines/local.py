"""All stages in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from checks.engines.evidence import evidence_facts
from checks.engines.places import put_back, without_comments
from checks.errors import UserError, nearest
from checks.flags.result import Result
from checks.model import SEVERITIES, Article, Severity
from checks.settings import GRADES, Grade

if TYPE_CHECKING:
    import pandas as pd

    from checks.articles.datatable import DataTable

Progress = Callable[[int], None]

#: the columns of a table of known values: what is measured, whose, when, the interval it lies in, who says so
REFERENCES = (
    "measure", "entities", "period_start", "period_end", "low", "high", "unit", "source", "url",
)  # fmt: skip


def extract(
    articles: Iterable[Article], *, model: str | None = None, progress: Progress | None = None
) -> pd.DataFrame:
    """Every figure of `articles` with its meaning: a table with FACTS columns.

    Rows stand in the order of the articles, then by position; HTML comments are no part of an article.
    `model` names a spaCy model to use instead of the installed `en_core_web_sm`; `progress` is told how
    many articles are done.
    Raises ValueError where two articles have the same id, UserError where the model is not installed.
    """
    from checks import facts

    articles = _distinct(articles)
    seen, views = without_comments(articles)
    return put_back(facts.extract(seen, model=model, progress=progress), articles, views)


def check(
    articles: Iterable[Article],
    references: pd.DataFrame | None = None,
    evidence: Iterable[Article | DataTable] | None = None,
    *,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
    rules: Sequence[str] = (),
    severity: Mapping[str, Grade] | None = None,
    per_path_ignores: Mapping[str, Iterable[str]] | None = None,
    model: str | None = None,
    progress: Progress | None = None,
) -> Result:
    """Check the figures of `articles` against one another.

    `select` names the rules to run (None: all of them), `ignore` those to leave out,
    `rules` modules with rules of your own. `severity` gives rules, by name, another severity ("off"
    leaves the rule out); `per_path_ignores` has rules to leave out by globs of article ids, such as
    `{"drafts/*": ["unsourced-figure"]}` (see `flags.per_path`). Flags that a comment in an article
    suppresses are left out (see `flags.suppressions`). `references` is a table of known values with the
    columns of REFERENCES; `evidence` holds articles and tables that must bear the figures out: they are not
    checked themselves, and their facts are not among those of the result. Raises ValueError
    for an unknown rule or severity, for a comment to checks that cannot be followed, for references
    without these columns, for evidence that is empty or holds a checked article, and where two articles have
    the same id.
    """
    import pandas as pd

    from checks import facts as meaning
    from checks import flags, matching
    from checks import rules as catalogue
    from checks.flags import per_path, severities, suppressions

    if references is not None and (missing := [c for c in REFERENCES if c not in references.columns]):
        raise ValueError(f"references: no column {', '.join(missing)}")
    if references is not None and references[["low", "high"]].isna().any(axis=None):
        raise ValueError("references: low or high is not a number")
    known = catalogue.catalogue(tuple(rules))
    grades, off = _grades(severity or {})
    ignores = per_path_ignores or {}
    choose(known, (), (*grades, *(rule for some in ignores.values() for rule in some)))
    chosen = choose(known, select, (*ignore, *off))
    articles = _distinct(articles)
    hushed = suppressions.read(articles, known)
    seen, views = without_comments(articles)
    given = None if evidence is None else evidence_facts(evidence, articles, model)
    facts = meaning.extract(seen, model=model, progress=progress)
    copies = matching.copies(seen, facts)
    dates = {article.id: article.date for article in articles}
    notes: list[str] = []
    kin = matching.kin(seen, notes.append)
    pairs = matching.pairs(facts, copies, dates, kin, notes.append)
    stated = None if references is None else matching.known(facts, dates, references)
    if stated is not None:
        facts = matching.vouched(facts, stated)
    rests = None if given is None else matching.bear_out(facts, given)
    if rests is not None:
        facts = matching.rested(facts, rests)
    links = matching.implied(facts)
    placed = put_back(facts, articles, views)
    # Messages name lines of the articles as given; sentences are laid out by offsets without comments.
    facts = facts.assign(line=placed["line"], column=placed["column"])
    findings = catalogue.run(facts, pairs, copies, chosen, tuple(rules), seen, links, stated, rests)
    findings = severities.regraded(findings, grades, {name: rule.severity for name, rule in known.items()})
    facts = placed
    argued = facts if given is None else pd.concat([facts, given], ignore_index=True)
    told = suppressions.apply(flags.build(findings, argued), hushed, known, chosen)
    kept = per_path.without_ignored(told.flags, ignores).reset_index(drop=True)
    stale = tuple(told.stale)
    parts = {a.id: a.parts.name for a in articles if a.parts.name != "line"}
    return Result(facts, kept, pairs, copies, len(articles), told.suppressed, stale, tuple(notes), parts)


class UnknownRule(UserError, ValueError):
    """A rule was named that there is not."""


class UnknownSeverity(UserError, ValueError):
    """A rule was given a severity that there is not."""


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


def _distinct(articles: Iterable[Article]) -> list[Article]:
    articles = list(articles)
    seen: set[str] = set()
    for article in articles:
        if article.id in seen:
            raise ValueError(f"two articles have the id {article.id!r}; facts could not be told apart")
        seen.add(article.id)
    return articles
