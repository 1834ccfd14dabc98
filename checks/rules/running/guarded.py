"""Rules that somebody else wrote: what is wrong with one is said in a line, with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from traceback import extract_tb
from types import ModuleType
from typing import TYPE_CHECKING, get_args

from checks.errors import UserError, nearest
from checks.model import SEVERITIES
from checks.rules.rule import Finding, Rule, Scope

if TYPE_CHECKING:
    import pandas as pd


class RuleError(UserError):
    """A module that should hold a rule does not, or the rule cannot be used; the message says where."""


def guarded(rule: Rule, module: ModuleType) -> Rule:
    """`rule`, of `module`, such that a fault in it is a RuleError.

    Raises RuleError at once for a severity or scope that there is not and for a `find` that is no function.
    """
    fields = (("severity", rule.severity, SEVERITIES), ("scope", rule.scope, get_args(Scope)))
    for what, given, known in fields:
        if given not in known:
            wrong = nearest(str(given), known, "it may be")
            raise RuleError(f"{module.__name__}: its {what} cannot be {given!r}; {wrong}")
    if not callable(rule.find):
        raise RuleError(f"{module.__name__}: its find is {type(rule.find).__name__}, not a function")

    def find(table: pd.DataFrame) -> Iterator[Finding]:
        try:
            for found in rule.find(table):
                _refuse(found, rule)
                yield found
        except RuleError:
            raise
        except Exception as error:
            frames = [f for f in extract_tb(error.__traceback__) if f.filename == module.__file__]
            place = f"{module.__file__}:{frames[-1].lineno}" if frames else module.__name__
            wrong = " ".join(f"{type(error).__name__}: {error}".split())
            raise RuleError(f"{place}: the rule {rule.id} failed: {wrong}") from error

    return replace(rule, find=find)


def _refuse(found: object, rule: Rule) -> None:
    if not isinstance(found, Finding):
        raise RuleError(f"the rule {rule.id} found {found!r}, which is no Finding")
    if found.severity not in (None, *SEVERITIES):
        wrong = nearest(str(found.severity), SEVERITIES, "it may be")
        raise RuleError(f"the rule {rule.id}: a finding's severity cannot be {found.severity!r}; {wrong}")
    if isinstance(found.evidence, str):
        raise RuleError(f"the rule {rule.id}: evidence is a tuple of fact ids, not {found.evidence!r}")
    if not 0 <= found.confidence <= 1:
        raise RuleError(f"the rule {rule.id}: confidence goes from 0 to 1, not to {found.confidence!r}")
