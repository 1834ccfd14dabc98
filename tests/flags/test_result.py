from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from checks.flags.result import Result, checkable

NOTHING = pd.DataFrame()


def result(*flags: tuple[str, str]) -> Result:
    rows = [(str(i), severity, verdict) for i, (severity, verdict) in enumerate(flags)]
    table = pd.DataFrame(rows, columns=["flag", "severity", "verdict"])
    return Result(NOTHING, table, NOTHING, NOTHING, 1)


MIXED = result(("error", "fine"), ("error", ""), ("warning", "what?"), ("notice", ""), ("notice", "wrong"))


def test_open_flags_are_those_that_nobody_called_fine() -> None:
    assert list(MIXED.open("error")["flag"]) == ["1"]
    assert list(MIXED.open()["flag"]) == ["1", "2"]
    assert list(MIXED.open("notice")["flag"]) == ["1", "2", "3", "4"]


@pytest.mark.parametrize(
    ("fail_on", "failing"),
    [("never", []), ("error", ["1", "4"]), ("warning", ["1", "2", "4"]), ("notice", ["1", "2", "3", "4"])],
)
def test_failing_flags_are_open_ones_and_all_that_are_wrong(fail_on: str, failing: list[str]) -> None:
    assert list(MIXED.failing(fail_on)["flag"]) == failing  # type: ignore[arg-type]


def test_checkable(facts_table: Callable[..., pd.DataFrame]) -> None:
    facts = facts_table({}, {"kind": "date"}, {"main": False}, {"sourcing": "exempt"}, {"sourcing": "named"})
    assert list(checkable(facts)) == [True, False, False, False, True]
