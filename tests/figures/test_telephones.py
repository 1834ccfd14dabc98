"""Telephone numbers, formations and the like are names as a whole."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Shown = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ring 555-0142 for details", "555-0142"),
        ("Please call us on 555-1734", "555-1734"),
        ("the line +44 7700 900123 is free", "+44 7700 900123"),
        ("his mobile, 07700 900123, was off", "07700 900123"),
        ("they lined up in a 4-2-3-1 and drew", "4-2-3-1"),
        ("ISBN 978-3-16-148410-0, out now", "978-3-16-148410-0"),
    ],
)
def test_one_name(shown: Shown, text: str, name: str) -> None:
    assert shown(text) == [f"{name} | identifier"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("500-1000 sheep", ["500-1000 | count | 500..1000"]),
        ("won 112-104", ["112-104 | score | 112..104"]),
        ("up 10-15%", ["10-15% | percent | 10..15 percent"]),
    ],
)
def test_no_telephone(shown: Shown, text: str, expected: list[str]) -> None:
    assert shown(text) == expected
