"""Ages without a unit."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Shown = Callable[[str], list[str]]


@pytest.mark.parametrize(
    "text",
    [
        "a man aged 34", "Priya Venkatesan, 34, said so", "his daughter, who was 34.", "at the age of 34",
        "Age 34",
        "who is 34 and free", "(Ann Lee, 34)", "Dr Ann O’Hara, 34; she",
    ],
)  # fmt: skip
def test_age(shown: Shown, text: str) -> None:
    assert shown(text) == ["34 | age | 34 year"]


@pytest.mark.parametrize(
    "text",
    [
        "in Room, 34, he",
        "who was 34 points up",
        "on High Street, 34, it",
        "who was 340.",
        "counted 34, then",
        "aged 34.5",
    ],
)
def test_no_age(shown: Shown, text: str) -> None:
    assert all("| age |" not in line for line in shown(text))


def test_a_range_of_ages(shown: Shown) -> None:
    assert shown("children aged between 5 and 11") == ["5 and 11 | age | 5..11 year"]
