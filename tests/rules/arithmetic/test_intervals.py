"""Interval arithmetic against plain arithmetic on values drawn from the intervals."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from checks.model import Interval
from checks.rules.arithmetic import intervals as ia

FINITE = st.integers(-(10**9), 10**9).map(lambda n: n / 1000)
ENDS = FINITE | st.sampled_from([math.inf, -math.inf, 0.0])


@st.composite
def within(draw, ends=ENDS):
    """An interval and a finite value in it."""
    low, high = sorted((draw(ends), draw(ends)))
    assume(low < math.inf and high > -math.inf)
    value = draw(st.floats(max(low, -1e9) + 0.0, min(high, 1e9) + 0.0))
    return Interval(low, high), value


@given(within(), within())
def test_every_operation_holds_the_results_of_its_operands(first, second):
    (a, x), (b, y) = first, second
    for operation, result in ((ia.add, x + y), (ia.subtract, x - y), (ia.multiply, x * y)):
        assert ia.overlap(operation(a, b), ia.exactly(result)), operation.__name__
    if abs(y) > 1e-9:
        assert ia.overlap(ia.divide(a, b), ia.exactly(x / y))


@given(within(FINITE.map(abs)), within(FINITE.map(abs)))
def test_percent_change_holds_the_change_between_any_true_values(first, second):
    (old, x), (new, y) = first, second
    assume(x > 1e-3)
    change = ia.percent_change(old, new)
    slack = 1e-9 * max(1.0, abs(change.low), abs(change.high))
    assert change.low - slack <= (y - x) / x * 100 <= change.high + slack


@pytest.mark.parametrize(
    ("operation", "a", "b", "result"),
    [
        (ia.add, (1, 2), (3, math.inf), (4, math.inf)),
        (ia.subtract, (1, 2), (-math.inf, 1), (0, math.inf)),
        (ia.multiply, (0, 1), (2, math.inf), (0, math.inf)),
        (ia.multiply, (0, 0), (-math.inf, math.inf), (0, 0)),
        (ia.divide, (1, 2), (0, 4), (0.25, math.inf)),
        (ia.divide, (1, 2), (-4, 0), (-math.inf, -0.25)),
        (ia.divide, (1, 2), (-1, 1), tuple(ia.ANY)),
        (ia.divide, (1, 2), (0, 0), tuple(ia.ANY)),
        (ia.divide, (1, 2), (4, math.inf), (0, 0.5)),
        (ia.percent_change, (100, 100), (150, 150), (50, 50)),
        (ia.percent_change, (100, 200), (100, 200), (-50, 100)),
        (ia.percent_change, (0, 5), (1, 1), tuple(ia.ANY)),
        (ia.percent_change, (-5, -4), (1, 1), tuple(ia.ANY)),
        (ia.percent_of, (475, 475), (1250, 1250), (38, 38)),
    ],
)
def test_known_results(operation, a, b, result):
    assert operation(Interval(*a), Interval(*b)) == pytest.approx(result)


def test_overlap_forgives_float_rounding_only():
    assert ia.overlap(Interval(0, 0.1 + 0.2), Interval(0.3000000000000001, 1))
    assert not ia.overlap(Interval(0, 0.3), Interval(0.301, 1))
    assert ia.overlap(Interval(math.nan, math.nan), Interval(1, 1))
    assert ia.overlap(Interval(5, math.inf), Interval(1e300, math.inf))


def test_total():
    assert ia.total([]) == (0, 0)
    assert ia.total([Interval(1, 2), Interval(3, 4)]) == (4, 6)


@given(st.floats(0.001, 1e9), st.integers(1, 12), st.floats(0.985, 1.015), st.sampled_from([1, -1]))
def test_a_power_of_ten_is_found_whichever_value_comes_first(value, power, drift, sign):
    a, b = sign * value, sign * value * drift * 10**power
    assert ia.power_of_ten(a, b) == ia.power_of_ten(b, a) == power


@given(st.floats(0.001, 1e9), st.floats(1.05, 9.5), st.integers(0, 11))
def test_other_factors_are_no_power_of_ten(value, factor, power):
    assert ia.power_of_ten(value, value * factor * 10**power) == 0


@pytest.mark.parametrize(
    "pair", [(0, 10), (0, 0), (-1, 10), (5, 5), (1, math.inf), (math.nan, 1), (1e-308, 1e308)]
)
def test_values_that_no_power_of_ten_can_tie(pair):
    assert ia.power_of_ten(*pair) == 0
