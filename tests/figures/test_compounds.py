"""Two numbers that make one, in the unit of the first."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Shown = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5ft 10in", "measurement | 5.83333333 foot"), ("6 feet 2 inches", "measurement | 6.16666667 foot"),
        ("6ft 2", "measurement | 6.16666667 foot"), ("5'10\"", "measurement | 5.83333333 foot"),
        ("9st 4lb", "measurement | 9.28571429 stone"), ("2 hours 15 minutes", "duration | 2.25 hour"),
        ("2 hours and 15 minutes", "duration | 2.25 hour"),
        ("1 hour 30 minutes 36 seconds", "duration | 1.51 hour"),
        ("two years and six months", "duration | 2.5 year"), ("3 dollars 50 cents", "money | 3.5 USD"),
        ("thirteen dollars and forty-five cents", "money | 13.45 USD"),
        ("thirteen dollars forty", "money | 13.4 USD"),
    ],
)  # fmt: skip
def test_one_figure(shown: Shown, text: str, expected: str) -> None:
    assert shown(f"It was {text}, then") == [f"{text} | {expected}"]


@pytest.mark.parametrize(
    "text",
    [
        "3 years, 2 months, 14 days", "2 hours and 90 minutes", "5 feet and 2 metres", "2.5 hours 15 minutes",
        "$5 20 times", "6ft 20 men", "2 million hours 5 minutes",
    ],
)  # fmt: skip
def test_several_figures(shown: Shown, text: str) -> None:
    assert len(shown(text)) > 1
