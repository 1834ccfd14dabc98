"""Tests of a project's own: that its texts are consistent, and that its rules keep what they promise.

from checks.testing import assert_consistent, rule_checks

def test_the_report():
    assert_consistent(Path("report.md"))

@pytest.mark.parametrize("check", rule_checks(), ids=str)
def test_rules(check):
    check()
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from checks.errors import UserError
from checks.settings import FailOn, Settings

if TYPE_CHECKING:
    import pandas as pd

    from checks.flags.result import Result
    from checks.model import Article
    from checks.rules.rule import Case, Finding, Rule

#: parts into which what a rule reads is divided, to see whether it finds the same
_PARTS = 24


def assert_consistent(
    *what: str | Path | Article,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    fail_on: FailOn = "warning",
    evidence: Sequence[Path] = (),
) -> None:
    """Raise AssertionError, with each flag in its paragraph, unless the figures of `what` are consistent.

    A string is a text, a Path a file or a folder of articles; together they are one corpus. `select` and
    `ignore` name rules, `fail_on` is the mildest flag that fails, `evidence` are files that must bear the
    figures out. Settings of pyproject.toml and verdicts in its flags file count. Raises UserError for
    files that cannot be read and rules that there are not, ValueError for a string that is a path.
    """
    from checks.commands.check import check_with
    from checks.commands.chosen_rules import rules_of
    from checks.commands.evidence import read_evidence
    from checks.commands.output import Console
    from checks.flags import verdicts
    from checks.reports.failure import failure
    from checks.settings import load

    settings = replace(load(Path.cwd()), cache="", jobs=1)
    articles = list(_articles(what, settings))
    review = verdicts.read(settings.file(settings.flags))
    result = check_with(
        articles,
        settings,
        rules_of(settings, select, ignore)[1],
        evidence=read_evidence(
            [str(path) for path in evidence], settings, [a.id for a in articles], Console(quiet=True)
        ),
    )
    flags = result.with_flags(verdicts.carry(result.flags, review)).failing(fail_on)
    if not flags.empty:
        advice = f"(mend the text, or give the flag a verdict in {settings.flags})"
        raise AssertionError(failure(flags, {article.id: article.text for article in articles}, advice))


def _articles(what: Sequence[str | Path | Article], settings: Settings) -> Iterator[Article]:
    """The articles that `what` stands for; texts are called `text 1`, `text 2`, …"""
    from checks.commands.inputs import read
    from checks.model import Article

    for number, one in enumerate(what, 1):
        if isinstance(one, Article):
            yield one
        elif isinstance(one, Path):
            inputs = read([one], settings)
            if inputs.problems:
                raise UserError("; ".join(inputs.problems.values()))
            yield from inputs.articles
        elif len(one) < 1000 and "\n" not in one and Path(one).exists():
            raise ValueError(f"{one!r} is the name of a file; give Path({one!r}), or its text")
        else:
            yield Article(id=f"text {number}", text=one)


@dataclass(frozen=True)
class RuleCheck:
    """One promise of a rule. `str()` names it; called, it raises AssertionError where it is not kept."""

    name: str
    run: Callable[[], None]

    def __str__(self) -> str:
        return self.name

    def __call__(self) -> None:
        self.run()


def rule_checks(*modules: str) -> list[RuleCheck]:
    """The promises of the rules in `modules`; of none named, of those under `[tool.checks] rules`.

    Each rule is documented and has cases that it flags and that it passes; flags in each case exactly the
    figures that the case names; and finds the same in all cases together as in the parts that its
    scope allows. Raises UserError for modules of rules that cannot be loaded.
    """
    from checks.commands.chosen_rules import catalogue
    from checks.settings import load

    settings = load(Path.cwd())
    modules = modules or settings.rules
    catalogue(replace(settings, rules=modules))  # makes modules beside pyproject.toml importable
    return list(_checks(modules))


def _checks(modules: tuple[str, ...]) -> Iterator[RuleCheck]:
    for rule in _rules(modules):
        yield RuleCheck(f"{rule.id}-complete", partial(_complete, rule, modules))
        for kind, cases in (("flags", rule.flags), ("passes", rule.passes)):
            for i, case in enumerate(cases):
                yield RuleCheck(f"{rule.id}-{kind}-{i}", partial(_exact, rule, case, modules))
        yield RuleCheck(f"{rule.id}-parts", partial(_parts_and_whole, rule, modules))


def _rules(modules: tuple[str, ...]) -> list[Rule]:
    from checks import rules

    known = rules.catalogue(modules)
    return [known[name] for name in dict.fromkeys(n for m in modules for n in rules.rules_in(m))]


def _complete(rule: Rule, modules: tuple[str, ...]) -> None:
    from checks import rules

    try:
        summary = rules.documentation(rule.id, modules)[""]
    except rules.RuleError as error:
        raise AssertionError(str(error)) from None
    one_line = "\n" not in summary and summary.endswith(".")
    assert one_line, f"{rule.id}: the docstring's first paragraph is to be one line with a full stop"
    assert rule.flags, f"{rule.id}: it has no case that it flags"
    assert rule.passes, f"{rule.id}: it has no case that it passes"
    assert all(case.figures for case in rule.flags), f"{rule.id}: a case under flags names no figures"
    assert not any(case.figures for case in rule.passes), f"{rule.id}: a case under passes names figures"


def _exact(rule: Rule, case: Case, modules: tuple[str, ...]) -> None:
    import checks

    articles = case.articles()
    known = _references(case.references)
    flags = checks.check(articles, known, case.evidence or None, select=[rule.id], rules=modules).flags
    order = [article.id for article in articles]
    rank = flags["article"].map(order.index)
    # A figure may be doubted for two reasons; a case names it once.
    once = flags.assign(rank=rank).sort_values(["rank", "start"]).drop_duplicates(["article", "start"])
    flagged = list(once["surface"])
    text = " / ".join(" ".join(article.text.split()) for article in articles)
    told = "; ".join(once["message"])
    assert flagged == case.figures, (
        f"{rule.id} flags {flagged}, its case says {case.figures}: {text!r}{f' ({told})' if told else ''}"
    )
    assert (flags["message"] != "").all(), f"{rule.id}: a flag without a message: {text!r}"


def _parts_and_whole(rule: Rule, modules: tuple[str, ...]) -> None:
    import pandas as pd

    from checks import matching
    from checks.rules.running.scopes import table_of, with_context

    articles, references, result = _corpus(modules)
    known = matching.known(result.facts, {a.id: a.date for a in articles}, references)
    facts = with_context(result.facts[result.facts["main"]], articles)
    if rule.scope == "evidence":
        table = _by_case(rule)
    else:
        table = table_of(rule.scope, facts, result.pairs, result.copies, matching.implied(facts), known)
    whole = list(rule.find(table))
    if rule.scope == "pair" and not whole:  # its cases may be about evidence, or too like one another
        table = _by_case(rule)
        whole = list(rule.find(table))
    assert whole, f"{rule.id}: nothing in its cases, taken together, is flagged"
    together = sorted(map(_key, whole))
    for how, group in _divisions(rule, table, {found.fact for found in whole}):
        parts = sorted(
            _key(found)
            for _, part in table.groupby(pd.Series(group, table.index), sort=False)
            for found in rule.find(part)
        )
        assert parts == together, f"{rule.id} finds {together} in all cases together, {parts} in {how}"


def _divisions(rule: Rule, table: pd.DataFrame, flagged: Set[str]) -> Iterator[tuple[str, list[int]]]:
    """Ways to divide what a rule reads, as the part of each row: into some parts, and what it flags alone.

    Each article (cluster, pair) alone would show the same and take a hundred times as long.
    """
    import pandas as pd

    grouped = rule.scope in ("article", "cluster")
    single = pd.factorize(table[rule.scope])[0].tolist() if grouped else [*range(len(table))]
    yield f"{_PARTS} parts", [at % _PARTS for at in single]
    names = [c for c in ("fact", "fact_a", "fact_b") if c in table]
    own = {at for at, *facts in zip(single, *(table[c] for c in names), strict=True) if flagged & {*facts}}
    yield "what it flags alone", [at if at in own else -1 for at in single]


def _by_case(rule: Rule) -> pd.DataFrame:
    """The pairs of each case, or what the evidence of each says of its figures, in one table."""
    import pandas as pd

    import checks
    from checks import matching
    from checks.rules.running.scopes import table_of, with_context

    tables = []
    for case in (*rule.flags, *rule.passes):
        if rule.scope == "evidence" and not case.evidence:
            continue
        result = checks.check(case.articles(), select=[])
        given = matching.bear_out(result.facts, checks.extract(case.evidence)) if case.evidence else None
        facts = with_context(result.facts[result.facts["main"]], case.articles())
        tables.append(table_of(rule.scope, facts, result.pairs, result.copies, evidence=given))
    return pd.concat(tables, ignore_index=True)


def _key(found: Finding) -> tuple[str, tuple[str, ...], str]:
    return found.fact, found.evidence, found.message


@cache
def _corpus(modules: tuple[str, ...]) -> tuple[list[Article], pd.DataFrame, Result]:
    """All cases of the rules in `modules` as one corpus, each case's articles under ids of their own.

    With the references of all cases.
    """
    import checks

    found = _rules(modules)
    articles = [
        replace(article, id=f"{rule.id}-{kind}-{i}/{article.id}")
        for rule in found
        for kind, cases in (("flags", rule.flags), ("passes", rule.passes))
        for i, case in enumerate(cases)
        for article in case.articles()
    ]
    references = _references([row for rule in found for case in rule.flags for row in case.references])
    return articles, references, checks.check(articles, select=[rule.id for rule in found], rules=modules)


def _references(rows: Sequence[Mapping[str, str | float]]) -> pd.DataFrame:
    """A table of references, each row once."""
    import pandas as pd

    from checks.engines.request import REFERENCES

    return pd.DataFrame(list(rows), columns=list(REFERENCES)).drop_duplicates(ignore_index=True)
