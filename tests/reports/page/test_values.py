"""Which values a flag sets against one another."""

from __future__ import annotations

import datetime as dt
import math

import pytest

from checks.flags.identity import Place
from checks.reports.page.values import Values, reckoned
from checks.tables import FLAGS, PAIRS, frame

DATES = {"a.txt": dt.date(2025, 1, 14), "b.txt": dt.date(2025, 1, 16), "c.txt": dt.date(2025, 1, 18)}


def spot(n, article, surface, value, **cells):
    given = {"fact": f"x{n}", "article": article, "surface": surface, "value": value, "unit": "people"}
    return {**given, "start": n, "end": n + 1, "low": value, "high": value, **cells}


def pairs(*both):
    row = {"score": 1.0, "reasons": "", "copy": False, "retold_wrongly": False, "date_a": "", "date_b": ""}
    return frame([{**row, "fact_a": a, "fact_b": b} for a, b in both], PAIRS)


def flag(**cells):
    row = dict.fromkeys(FLAGS, "")
    return row | {"article": "c.txt", "start": 3, "end": 4, "surface": "30"} | cells


@pytest.fixture
def values(facts_table):
    facts = facts_table(
        spot(1, "a.txt", "20", 20.0),
        spot(2, "b.txt", "40", 40.0),
        spot(3, "c.txt", "30", 30.0),
        spot(4, "c.txt", "5%", 5.0, unit="percent"),
    )
    return Values(facts, pairs(("x1", "x2"), ("x2", "x3")), DATES)


def test_paired_facts_stand_by_date_with_the_flagged_one(values):
    found = values.of(flag(evidence='b.txt:1 "40"'))
    assert [(v.role, v.surface, v.date) for v in found] == [
        ("stated", "40", DATES["b.txt"]),
        ("flagged", "30", DATES["c.txt"]),
    ]


def test_what_follows_comes_last_with_the_interval_of_the_message(values):
    found = values.of(flag(expected="36", message="12 and 24 make 36 (35–37.5), not 30"))[-1]
    assert (found.role, found.value, found.low, found.high) == ("implied", 36.0, 35.0, 37.5)


def test_parts_of_a_sum_are_no_rivals_and_agreement_is_no_conflict(values):
    own = flag(start=4, end=5, surface="5%", evidence='c.txt:1 "30" | a.txt:1 "20"', expected="5%")
    assert values.of(own) == []


def test_the_days_of_a_total_are_followed_from_pair_to_pair(values):
    assert [v.surface for v in values.over_time(flag())] == ["20", "40", "30"]
    assert [v.role for v in values.over_time(flag())] == ["stated", "stated", "flagged"]


def test_a_figure_is_found_by_its_place(values):
    assert values.located(Place("b.txt", 1, "40"))["fact"] == "x2"
    assert values.located(Place("b.txt", 2, "40")) is None


@pytest.mark.parametrize(
    ("expected", "message", "low", "high"),
    [
        ("€16.6 million", "make €16.6 million (16.4–16.8), not", 16.4e6, 16.8e6),
        ("20.9%", "a rise of 20.9% (20.6–21.2), not 35%", 20.6, 21.2),
        ("3 million phones", "40% of 3 million (2.84–3.16) phones", 2.84e6, 3.16e6),
        ("1,206 or more", "46 fewer than the 1,206", 1206, math.inf),
        ("up to 500", "", -math.inf, 500),
        ("98 or 99", "is 98 or 99 on 3 March", 97.5, 99.5),
        ("240", "240 (230 or more)", 230, math.inf),
    ],
)
def test_reckoned_values(expected, message, low, high):
    figure = reckoned(expected, message)
    assert figure is not None
    assert figure.interval == pytest.approx((low, high))


@pytest.mark.parametrize("expected", ["Friday", "", "over", "$26 million and $31 million"])
def test_what_is_no_one_quantity(expected):
    assert reckoned(expected, "") is None
