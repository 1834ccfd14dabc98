"""Which rules a run uses: ours and a project's own, as settings and command line ask."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from checks.errors import UserError
from checks.settings import Settings

if TYPE_CHECKING:
    from checks.rules.rule import Rule


def catalogue(settings: Settings) -> dict[str, Rule]:
    """The rules by id: ours and those of the modules that `settings` name.

    The modules may lie beside pyproject.toml, wherever and however the command is run. Raises
    UserError for one that cannot be loaded, whatever is wrong inside it.
    """
    from checks import rules

    root = str(settings.root)
    if settings.rules and root not in sys.path:
        sys.path.append(root)  # last: a file of the project's never hides a library
    try:
        return rules.catalogue(settings.rules)
    except rules.RuleError as error:
        raise UserError(f"{settings.root / 'pyproject.toml'}: [tool.checks] rules: {error}") from error


def rules_of(
    settings: Settings, select: Sequence[str] = (), ignore: Sequence[str] = ()
) -> tuple[list[str], list[str]]:
    """The rules that `settings` ask for, and those that a run uses.

    `select` and `ignore` are those of the command line: a rule that it names is used whatever the
    settings leave out. Raises UserError for an unknown rule and for modules of rules that cannot be
    loaded.
    """
    from checks.engines.request import UnknownRule, choose

    known = catalogue(settings)
    off = [rule for rule, grade in settings.severity.items() if grade == "off"]
    try:
        choose(known, settings.severity, chain(*settings.per_path_ignores.values()))
        asked = choose(known, settings.select or None, (*settings.ignore, *off))
    except UnknownRule as error:
        raise UserError(f"{settings.root / 'pyproject.toml'}: [tool.checks]: {error}") from None
    named = choose(known, select or None, ignore)
    return asked, named if select else [name for name in named if name in asked]


def idle_rules(known: Mapping[str, Rule], references: bool, evidence: bool) -> set[str]:
    """The rules in `known` that have nothing to compare with in a run without `references` or `evidence`."""
    given = {"reference": references, "evidence": evidence}
    return {name for name, rule in known.items() if not given.get(rule.scope, True)}
