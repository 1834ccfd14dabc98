"""Which unsourced figures matter, and which share a flag."""

from __future__ import annotations

from typing import Any

import pytest

from checks.lexicon import lists
from checks.rows import Row
from checks.rules.unsourced_figure import find
from checks.rules.wording.consequence import counts_as_claim, is_statistic
from checks.rules.wording.paragraphs import paragraphs
from checks.tables import FACTS, frame, rows
from tests.conftest import fact


def row(**values: Any) -> Row:
    return next(rows(frame([fact(**values)], FACTS)))


@pytest.mark.parametrize(
    ("values", "claim", "statistic"),
    [
        ({"kind": "percent", "value": 9.0, "measure": "unemployment"}, True, True),
        ({"kind": "percent", "value": 9.0, "measure": "profits"}, True, False),
        ({"kind": "percent", "value": 9.0, "measure": "stake"}, True, False),
        ({"kind": "percent", "value": 9.0, "measure": "shares"}, False, True),
        ({"kind": "money", "value": 9e6, "measure": "damage"}, True, True),
        ({"kind": "money", "value": 9e6, "measure": "fine"}, True, False),
        ({"kind": "money", "value": 9e3, "measure": "damage"}, True, False),
        ({"kind": "money", "value": 9.0, "measure": "damage"}, False, False),
        ({"kind": "count", "value": 40.0, "measure": "people killed"}, True, True),
        ({"kind": "count", "value": 9000.0, "measure": "pupils"}, True, True),
        ({"kind": "count", "value": 9000.0, "measure": "sales"}, True, False),
        ({"kind": "measurement", "value": 9000.0, "unit": "mile"}, False, True),
    ],
)
def test_what_matters(values: dict[str, Any], claim: bool, statistic: bool):
    found = row(**({"sentence": "x"} | values))
    assert (counts_as_claim(found), is_statistic(found)) == (claim, statistic)


def test_the_words_beside_the_figure_tell_a_fine_from_a_loss():
    told = {"kind": "money", "value": 4e6, "surface": "$4 million"}
    assert not is_statistic(row(sentence="He was fined $4 million.", **told))
    assert is_statistic(row(sentence="The fire cost the town $4 million in lost revenue.", **told))


def test_a_paragraph_is_held_together_by_lines_and_by_sentences():
    wrapped = [("a", 1, "one"), ("b", 2, "one"), ("c", 2, "two"), ("d", 4, "three"), ("e", 4, "four")]
    table = frame(
        [fact(fact=f, line=n, sentence=s, start=9 * i) for i, (f, n, s) in enumerate(wrapped)], FACTS
    )
    home = paragraphs(table)
    assert home["a"] == home["b"] == home["c"] != home["d"] == home["e"]


def test_a_page_of_one_line_is_no_paragraph():
    table = frame([fact(fact=str(i), sentence=str(i), start=200 * i) for i in range(12)], FACTS)
    assert len(set(paragraphs(table).values())) == 3


def test_one_flag_a_paragraph_on_what_matters_most():
    told = {"line": 1, "kind": "percent", "sourcing": "none", "sentence": "x"}
    table = frame(
        [
            fact(fact="a", start=0, measure="profits", surface="4%", value=4.0, **told),
            fact(fact="b", start=9, measure="unemployment", surface="7%", value=7.0, **told),
        ],
        FACTS,
    )
    (finding,) = find(table)
    assert (finding.fact, finding.evidence, finding.severity) == ("b", ("a",), None)
    assert finding.message == "nobody is named for 7% (unemployment), nor for 4%; say who counted it"


@pytest.mark.parametrize("sourcing", ["named", "none"])
def test_a_source_beside_it_makes_the_doubt_weak(sourcing: str):
    told = {"line": 1, "kind": "percent", "sentence": "x"}
    table = frame(
        [
            fact(fact="a", start=0, measure="inflation", value=4.0, sourcing=sourcing, **told),
            fact(fact="b", start=9, measure="unemployment", value=7.0, sourcing="none", **told),
        ],
        FACTS,
    )
    (finding,) = find(table)
    assert (finding.severity == "notice") is (sourcing == "named")


def test_the_lists_are_lower_case_and_hold_nothing_twice():
    for name, text in (lists("unsourced") | lists("exempt")).items():
        words = [w.strip() for w in text.split("|")] if "|" in text else text.split()
        assert len(words) == len(set(words)), name
        assert name == "numbered_capital" or text == text.lower(), name
