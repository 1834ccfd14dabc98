"""Scales after digits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks import lexicon
from checks.figures.find import find
from checks.figures.scales import scale_at


@pytest.mark.parametrize(
    ("after", "end", "factor"),
    [
        (" million", 8, 1e6), ("bn", 2, 1e9), (" bn", 3, 1e9), ("m", 1, 1e6), ("k jobs", 1, 1e3),
        ("-billion plan", 8, 1e9),
        (" hundred thousand", 17, 1e5), (" lakh crore", 11, 1e12), (" dozen", 6, 12), (" thousands", 10, 1e3),
        ("trn", 3, 1e12), (" mln dlrs", 4, 1e6),
    ],
)  # fmt: skip
def test_scale(after: str, end: int, factor: float) -> None:
    assert scale_at(f"5{after}", 1) == (end + 1, factor)


@pytest.mark.parametrize(
    "after", ["", " m", "-m", " k", "mm", " men", "kg", "bnx", "m2", " millionaires", " month", "-b"]
)
def test_no_scale(after: str) -> None:
    assert scale_at(f"5{after}", 1) is None


def test_the_suffixes_are_listed_once_with_a_factor() -> None:
    rows = lexicon.table("scales")
    assert len({r["scale"] for r in rows}) == len(rows)
    assert all(float(r["factor"]) in (1e3, 1e6, 1e7, 1e9, 1e12) for r in rows)


@given(
    st.integers(1, 99),
    st.sampled_from(sorted({r["scale"]: float(r["factor"]) for r in lexicon.table("scales")}.items())),
)
def test_every_suffix_is_read_back(value: int, scale: tuple[str, float]) -> None:
    (figure,) = find(f"It cost ${value}{scale[0]} then")
    assert figure.value == pytest.approx(value * scale[1])
