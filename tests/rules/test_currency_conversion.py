"""Conversions against the European Central Bank's rates; the rule's cases need none."""

import datetime as dt

import pytest

import checks
from checks.rules.arithmetic import ecb
from checks.rules.rule import on


def _messages(date, text):
    return list(checks.check([on(date, text)], select=["currency-conversion"]).flags["message"])


def test_the_rate_of_the_day():
    pytest.importorskip("currency_converter")
    assert ecb.rate("EUR", "USD", dt.date(2024, 6, 14)) == pytest.approx(1.0686)
    assert ecb.rate("EUR", "USD", dt.date(2024, 6, 16)) == pytest.approx(1.0686)  # a Sunday: Friday's
    assert ecb.rate("GBP", "USD", dt.date(2024, 6, 14)) == pytest.approx(1.2690, abs=1e-3)


@pytest.mark.parametrize(
    ("base", "quoted", "day"),
    [
        ("USD", "VND", dt.date(2024, 6, 14)),  # a currency that the bank does not quote
        ("RUB", "USD", dt.date(2023, 6, 14)),  # no longer quotes
        ("EUR", "USD", dt.date(1998, 6, 15)),  # before the euro
        ("EUR", "USD", dt.date(2999, 1, 1)),
    ],
)
def test_what_is_not_covered_has_no_rate(base, quoted, day):
    assert ecb.rate(base, quoted, day) is None
    assert ecb.range_of(base, quoted, day, day) is None


def test_without_the_extra_there_is_no_rate(monkeypatch):
    monkeypatch.setattr(ecb, "_converter", lambda: None)
    assert ecb.rate("EUR", "USD", dt.date(2024, 6, 14)) is None


@pytest.mark.parametrize(
    ("surface", "code", "sure"),
    [
        ("£30m", "GBP", True),
        ("40 million Swiss francs", "CHF", True),
        ("10 billion yen", "JPY", True),
        ("50 million dollars", "USD", True),
        ("2.1bn lei", "RON", False),
        ("Rs 40 billion", "INR", False),
        ("1,200 kroner", "NOK", False),
    ],
)
def test_a_name_that_several_currencies_share_is_not_sure(surface, code, sure):
    assert ecb.surely(surface, code) is sure


def test_a_conversion_against_the_bank():
    pytest.importorskip("currency_converter")
    (message,) = _messages("2024-06-14", "The house was sold for £3.2m ($5.1m) on Friday.")
    assert message == (
        "£3.2m is $4.06m (4–4.12) at the European Central Bank's rate of 14 June 2024, not $5.1m"
    )
    assert _messages("2024-06-14", "The house was sold for £3.2m ($4.1m) on Friday.") == []
    assert _messages("2024-06-14", "In 2014 the house was sold for £3.2m ($5.1m).") == []
    assert _messages("2024-06-14", "The villa was sold for 3.2bn dong ($500).") == []
