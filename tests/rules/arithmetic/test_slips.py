"""Figures that look like slips of others."""

from types import SimpleNamespace

import pytest

from checks.rules.arithmetic.slips import slip


@pytest.mark.parametrize(
    ("surface", "value", "right"),
    [
        ("£790m", 790e6, 700e6),
        ("2,723", 2723, 2273),
        ("$18.9 billion", 18.9e9, 16.9e9),
        ("1,240", 1240, 1340),
        ("£4120", 4120, 41200),
    ],
)
def test_one_digit_is_changed_turned_round_or_lost(surface, value, right):
    assert slip(SimpleNamespace(surface=surface, value=value), right)


@pytest.mark.parametrize(
    ("surface", "value", "right"),
    [
        ("57", 57, 47),
        ("75,000", 75000, 85000),
        ("£790m", 790e6, 640e6),
        ("£790m", 790e6, 700.4e6),
        ("seven", 7, 9),
        ("412", 412, -12),
    ],
)
def test_what_looks_like_no_slip(surface, value, right):
    assert not slip(SimpleNamespace(surface=surface, value=value), right)
