"""A figure that several others contradict is flagged once, and keeps its identity."""

from __future__ import annotations

import random

from checks.model import Severity
from checks.rules.running.folding import Found, Place, fold


def doubt(fact: str, other: str, severity: Severity = "error", confidence: float = 0.8) -> Found:
    return Found("echo", fact, f"{fact} or {other}", other, (other,), confidence, severity, (fact, other))


def both(later: str, earlier: str) -> list[Found]:
    """A pair told from both sides, as rules tell it."""
    return [doubt(later, earlier), doubt(earlier, later)]


def where(*facts: str, days: str = "") -> dict[str, Place]:
    """Each fact in an article of its own, undated, or on the given days of a month."""
    dates = [f"2025-06-0{day}" for day in days] or [""] * len(facts)
    return {fact: (f"{fact}.txt", day, 0) for fact, day in zip(facts, dates, strict=True)}


def test_the_figure_that_contradicts_most_is_flagged() -> None:
    rows = [*both("b", "a"), *both("c", "a"), *both("d", "a")]
    (found,) = fold(rows, where("a", "b", "c", "d"))
    assert (found.fact, found.evidence, found.expected) == ("a", ("b", "c", "d"), "b")
    assert found.message == "a or b (likewise against 2 other figures)"
    assert found.argument == ("b", "a"), "the pair as it was told when there were only two"


def test_of_two_the_later_is_flagged() -> None:
    (found,) = fold(both("b", "a"), where("a", "b"))
    assert (found.fact, found.evidence, found.message) == ("b", ("a",), "b or a")


def test_a_figure_of_the_same_article_makes_the_argument() -> None:
    places: dict[str, Place] = {"a": ("a.txt", "", 0), "b": ("b.txt", "", 9), "c": ("b.txt", "", 30)}
    (found,) = fold([doubt("c", "a", confidence=0.9), doubt("c", "b")], places)
    assert (found.argument, found.evidence, found.confidence) == (("c", "b"), ("b", "a"), 0.9)


def test_a_notice_is_against_the_latest_before_it() -> None:
    rows = [doubt("c", "a", "notice"), doubt("c", "b", "notice")]
    (found,) = fold(rows, where("a", "b", "c", days="123"))
    assert found.argument == ("c", "b")


def test_severities_and_longer_arguments_stay_apart() -> None:
    long = doubt("c", "a")._replace(evidence=("a", "b"), argument=("c", "a", "b"))
    rows = [long, doubt("c", "a"), doubt("c", "b", "notice")]
    assert fold(rows, where("a", "b", "c")) == rows


def test_a_later_article_changes_no_flag_of_a_group_that_disagrees() -> None:
    for seed in range(200):
        random_ = random.Random(seed)
        values = [random_.choice("xyz") for _ in range(5)]
        names = "abcde"

        def flags(count: int, values: list[str] = values, names: str = names) -> set[tuple[str, ...]]:
            rows = [
                row
                for j in range(count)
                for i in range(j)
                if values[i] != values[j]
                for row in both(names[j], names[i])
            ]
            return {found.argument for found in fold(rows, where(*names))}

        assert flags(4) <= flags(5), values
