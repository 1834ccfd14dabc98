"""From the facts of articles to flags: matching, rules, severities, suppressions.

Nothing here looks beyond the articles given, so a corpus may be judged in parts, as long as the articles of
one group (`matching.groups`) are in one part.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checks.engines.matched import matched
from checks.engines.places import put_back, without_comments
from checks.engines.request import Choice, choice
from checks.matching.left_out import LeftOut
from checks.model import Article
from checks.settings import Grade

if TYPE_CHECKING:
    import pandas as pd

    from checks.matching import Evidence


@dataclass(frozen=True)
class Asked:
    """What a check is asked for, as `checks.check` is; `given` has the facts of the evidence.

    Any process can be handed it: rules are named, and found anew where they run.
    """

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    severity: Mapping[str, Grade] = field(default_factory=dict)
    per_path_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    model: str | None = None
    references: pd.DataFrame | None = None
    given: pd.DataFrame | None = None

    def told(self) -> str:
        """All of it in words, the same for the same."""
        kept = {name: value for name, value in vars(self).items() if name not in ("references", "given")}
        tables = [table.to_csv() for table in (self.references, self.given) if table is not None]
        return repr((sorted(kept.items()), self.references is None, tables))

    def choice(self) -> Choice:
        """The rules to run; raises UnknownRule and UnknownSeverity."""
        from checks import rules

        known = rules.catalogue(self.rules)
        return choice(known, self.select, self.ignore, self.severity, self.per_path_ignores)


@dataclass(frozen=True)
class Judged:
    """The tables of articles that were judged together (see `Result`), and what was not compared."""

    facts: pd.DataFrame
    flags: pd.DataFrame
    pairs: pd.DataFrame
    copies: pd.DataFrame
    suppressed: int = 0
    stale: tuple[str, ...] = ()
    left: LeftOut = field(default_factory=LeftOut)
    rests: Evidence | None = None


def judged(
    articles: Sequence[Article],
    facts: pd.DataFrame,
    asked: Asked,
    groups: Mapping[str, int] | None = None,
    common: Container[int] = (),
) -> Judged:
    """What the rules say of `articles`, whose `facts` are those of their texts without comments.

    For `groups` and `common` see `matched`. Raises
    SuppressionError for a comment to checks that cannot be followed.
    """
    import pandas as pd

    from checks import flags, rules
    from checks.flags import per_path, severities, suppressions

    chosen = asked.choice()
    hushed = suppressions.read(articles, chosen.known)
    seen, views = without_comments(articles)
    told = matched(seen, facts, asked.references, asked.given, groups, common)
    placed = put_back(told.facts, articles, views)
    # Messages name lines of the articles as given; sentences are laid out by offsets without comments.
    facts = told.facts.assign(line=placed["line"], column=placed["column"])
    findings = rules.run(
        facts, told.pairs, told.copies, chosen.names, asked.rules, seen, told.implied, told.known, told.rests
    )
    printed = {name: rule.severity for name, rule in chosen.known.items()}
    findings = severities.regraded(findings, chosen.grades, printed)
    argued = placed if asked.given is None else pd.concat([placed, asked.given], ignore_index=True)
    left = suppressions.apply(flags.build(findings, argued), hushed, chosen.known, chosen.names)
    return Judged(
        facts=placed,
        flags=per_path.without_ignored(left.flags, asked.per_path_ignores).reset_index(drop=True),
        pairs=told.pairs,
        copies=told.copies,
        suppressed=left.suppressed,
        stale=tuple(left.stale),
        left=told.left,
        rests=told.rests,
    )
