"""A value that a source gives elsewhere needs no second source."""

from __future__ import annotations

from typing import Any

import pytest

from checks.rules.unsourced_figure import find
from checks.rules.wording.vouched import Vouched
from checks.tables import FACTS, frame, rows
from tests.conftest import fact

NAMED = {"fact": "n1", "sourcing": "named", "source": "RAND"}


def elsewhere(named: dict[str, Any], loose: dict[str, Any]) -> bool:
    table = frame([fact(**(NAMED | named)), fact(fact="u1", start=90, **loose)], FACTS)
    return Vouched(table).elsewhere(next(r for r in rows(table) if r.fact == "u1"))


@pytest.mark.parametrize(
    ("named", "loose", "expected"),
    [
        ({"kind": "money", "value": 84e9}, {"kind": "money", "value": 84e9}, True),
        ({"kind": "money", "value": 84e9}, {"kind": "money", "value": 85e9}, False),
        ({"kind": "money", "value": 84e9}, {"kind": "money", "value": 84e9, "article": "b.txt"}, False),
        (
            {"kind": "money", "value": 84e9, "unit": "USD"},
            {"kind": "money", "value": 84e9, "unit": "EUR"},
            False,
        ),
        (
            {"kind": "percent", "measure": "drone pipeline"},
            {"kind": "percent", "measure": "trade increase"},
            False,
        ),
        (
            {"kind": "percent", "measure": "oil exports"},
            {"kind": "percent", "measure": "exports share"},
            True,
        ),
        ({"kind": "percent"}, {"kind": "percent"}, False),
    ],
)
def test_the_same_value_of_the_same_thing(named: dict[str, Any], loose: dict[str, Any], expected: bool):
    assert elsewhere(named, loose) is expected


def test_people_harmed_are_counted_from_a_lower_number():
    count = {"kind": "count", "value": 40.0, "surface": "40"}
    table = frame(
        [
            fact(fact="a", measure="people killed", **count),
            fact(fact="b", measure="people in court", **count),
        ],
        FACTS,
    )
    assert [finding.fact for finding in find(table)] == ["a"]
