"""One figure mistyped, mentioned again or in another report; and figures that only look so."""

from __future__ import annotations

import pytest

import checks
from checks.matching.agreement import printed, slip_keys


def flagged(*texts: str) -> set[str]:
    articles = [checks.Article(f"{n}.txt", text) for n, text in enumerate(texts)]
    flags = checks.check(articles).flags
    return set(flags.loc[flags["check"].isin(["conflicting-value", "scale-slip"]), "surface"])


@pytest.mark.parametrize(
    ("one", "other", "mistyped"),
    [("640", "460", True), ("1,420", "1,240", True), ("48,000", "4,800", False), ("12,450", "1,245", True),
     ("413", "473", True), ("41", "47", False), ("200", "300", False), ("55", "550", False)],
)  # fmt: skip
def test_keys(one: str, other: str, mistyped: bool) -> None:
    keys = [set(slip_keys(printed(number, float(number.replace(",", ""))))) for number in (one, other)]
    assert bool(keys[0] & keys[1]) is mistyped


@pytest.mark.parametrize(
    ("first", "second", "wrong"),
    [
        ("The canal is 1,530 metres long.", "Barges need an hour for the 1,350-metre canal.", "1,350-metre"),
        ("A rival took a 17.4% stake in Orrin.", "The 14.7% stake gives it two board seats.", "14.7%"),
        ("The zoo sent 58 tortoises to Vale.", "All 85 tortoises arrived safely.", "85"),
        ("It mined 31,700 tonnes of tin.", "Half of the 37,100 tonnes of tin was sold.", "37,100 tonnes"),
    ],
)
def test_mentioned_again(first: str, second: str, wrong: str) -> None:
    assert wrong in flagged(f"{first} {second}")


@pytest.mark.parametrize(
    "text",
    [
        "The zoo has 58 goats and 85 ewes. The 85 ewes came in May; the 58 goats were born there.",
        "The zoo sent 58 tortoises to Vale. Another 85 tortoises stayed.",
        "The canal is 1,530 metres long. A second canal is 1,350 metres long.",
    ],
)
def test_two_things(text: str) -> None:
    assert not flagged(text)


def test_of_two_reports() -> None:
    told = "Rescuers in Vale pulled 57 climbers from the Orrin glacier on Monday, the army said."
    again = "On Monday 75 climbers were saved from the Orrin glacier, the army in Vale said."
    assert "75" in flagged(told, again)
    assert not flagged(told, "In Norlund 75 climbers were rescued from an ice field by the navy on Monday.")
    assert not flagged(told, again + " The army had feared for 57 climbers.")


def test_reports_of_two_firms_or_two_quarters_are_no_retellings() -> None:
    told = "Brandel reported second-quarter revenue of $1.31 billion, up 6%, and net income of $97 million."
    rival = "Rival Costar said second-quarter revenue rose 8% to $1.75 billion, and net income was $88m."
    later = "Brandel reported third-quarter revenue of $1.42 billion, up 7%, and net income of $102 million."
    assert not flagged(told, rival)
    assert not flagged(told, later)


def test_a_value_that_the_later_report_prints_too_is_revised_or_of_another_time() -> None:
    first = "The economy of Norlund grew 0.4% in the fourth quarter, its statistics office said."
    revised = "The economy of Norlund grew 0.2% in the fourth quarter, the office said, revising 0.4%."
    assert not flagged(first, revised)
