"""Whether a lone m is metres or millions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.figures.find import find


@pytest.mark.parametrize(
    "text",
    [
        "The tower is 300m tall", "He swam 300m", "The road is closed for 300m",
        "It sank 300m from the shore",
        "to a depth of 300m", "a 300m-long queue", "a 300m cliff", "They ran 300m to help",
    ],
)  # fmt: skip
def test_metres(text: str) -> None:
    (figure,) = find(text)
    assert (figure.kind, figure.value, figure.unit) == ("measurement", 300, "metre")


@pytest.mark.parametrize(
    "text",
    [
        "About 300m Indians voted", "The app has 300m users", "It will cost 300m",
        "It raised 300m from donors",
        "Profit was up 300m from last year", "It has 300M readers", "It sold 300m last year",
    ],
)  # fmt: skip
def test_millions(text: str) -> None:
    (figure,) = find(text)
    assert figure.value == 300e6


def test_a_race_is_in_metres() -> None:
    assert [f.unit for f in find("She won the 200m in 22.1 seconds")] == ["metre", "second"]


@given(
    st.integers(1, 900),
    st.sampled_from(["They swam {}m", "It is {}m high", "a wall {}m long", "a radius of {}m"]),
)
def test_a_length_is_read_back(value: int, frame: str) -> None:
    (figure,) = find(frame.format(value))
    assert (figure.value, figure.unit) == (value, "metre")


@given(
    st.integers(1, 900), st.sampled_from(["${}m from donors", "{}m people", "{}m users", "€{}m long overdue"])
)
def test_millions_are_read_back(value: int, frame: str) -> None:
    (figure,) = find("They got " + frame.format(value))
    assert figure.value == value * 1e6


@pytest.mark.parametrize(
    "text",
    [
        "6ft 2in (1.88m)",
        "the 100ft (30m) wave",
        "60 feet (about 18m) down",
        "1,200m (3,900ft)",
        "a 3.5m (11.5ft) gap",
    ],
)
def test_metres_beside_feet(text: str) -> None:
    assert "metre" in [f.unit for f in find(text)]


@pytest.mark.parametrize(
    "text", ["He paid 3.5m (in cash)", "It sold 2m (3 in May)", "It had 10 (5m in June)"]
)
def test_millions_beside_no_length(text: str) -> None:
    assert "metre" not in [f.unit for f in find(text)]
