"""The plots are SVG that any reader takes, whatever the values and their names are."""

from __future__ import annotations

import datetime as dt
import math
from xml.etree import ElementTree

import pytest

from checks.reports.page.dots import dots
from checks.reports.page.strip import MOST, Counts, strip
from checks.reports.page.svg import Scale, axis_numbers, label, scale
from checks.reports.page.tolls import tolls
from checks.reports.page.values import Value

DAY = dt.date(2025, 1, 14)
ODD = '</svg><script>"&\x00\ud800\u202e'


def test_a_conflict_with_every_kind_of_value():
    values = [
        Value("stated", "40", 40, 38, math.inf, "news/b.txt", 2, DAY),
        Value("flagged", ODD, 30, 30, 30, ODD, 3),
        Value("implied", "35", 35, -math.inf, 36),
    ]
    drawn = ElementTree.fromstring(dots(values, "people", "p1"))
    names = [group.get("class") for group in drawn.findall(".//{*}g")]
    assert names == ["stated", "flagged", "implied", "axis"]
    desc = drawn.findtext("{*}desc") or ""
    assert desc.startswith("40 (38 or more), stated in news/b.txt:2 of 14 January 2025; </svg><script>")
    assert "nan" not in dots(values, "", "p1")
    assert "inf" not in dots(values, "", "p1").replace("flagged", "")


def test_totals_over_time():
    values = [Value("stated", str(n), n, n, n, "a.txt", 1, DAY + dt.timedelta(n)) for n in (1, 2)]
    values.append(Value("flagged", ODD, 1.5, 1, 2, "b.txt", 1, DAY + dt.timedelta(400)))
    drawn = ElementTree.fromstring(tolls(values, "people", "o1"))
    texts = [element.text for element in drawn.findall(".//{*}text")]
    assert {"15 Jan 2025", "18 Feb 2026"} <= set(texts)
    assert texts[-1] == "</svg><script…"


def test_the_strip_draws_the_articles_with_the_most_flags():
    counts = [Counts(n, ODD, n, n, n // 2, (n % 3, 0, 0)) for n in range(MOST + 50)]
    drawn = ElementTree.fromstring(strip(counts))
    assert len(drawn.findall("{*}g")) == MOST
    assert "50 more are not drawn" in (drawn.findtext("{*}desc") or "")
    assert counts[5].told.endswith("5 figures, 2 of 5 sourced; 2 errors")
    ElementTree.fromstring(strip([]))


def test_labels_are_cut_and_escaped():
    assert label("a<b>&\n\x07" + "x" * 50, 10) == "a&lt;b&gt;&amp; �xx…"


@pytest.mark.parametrize(
    "values", [[5.0], [0.0, 0.0], [1e-9, 1e12], [-3, 4], [1e300, 1.7e308], [math.inf, 3], [], [5e-324]]
)
def test_a_scale_holds_whatever_it_is_given(values):
    made = scale(values, 0, 100)
    assert all(0 <= made(value) <= 100 for value in [*values, math.inf, -math.inf])
    assert len(made.ticks()) < 12


def test_far_ends_are_laid_out_by_powers_of_ten():
    made = scale([1.4e6, 1.4e9], 0, 100)
    assert made.logarithmic
    assert axis_numbers(made.ticks(), "USD") == (
        ["1 million", "10 million", "100 million", "1 billion"],
        "USD",
    )


def test_numbers_of_an_axis_are_short():
    assert axis_numbers([200e6, 400e6, 600e6], "GBP") == (["200", "400", "600"], "million GBP")
    assert axis_numbers(Scale(19, 36, 0, 100).ticks(), "percent") == (["20", "25", "30", "35"], "%")
