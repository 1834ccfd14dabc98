"""Money beside a number, and what bare signs and words mean in an article."""

from __future__ import annotations

import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks import lexicon
from checks.figures import currencies

TOOL = Path(__file__).parents[2] / "tools" / "build_currencies.py"
build_currencies = SimpleNamespace(**runpy.run_path(str(TOOL)))


@pytest.mark.parametrize(
    ("text", "sign", "code"),
    [
        ("paid $|5", "$", "USD"), ("US$|5m", "US$", "USD"), ("(A$|5m", "A$", "AUD"), ("NZ$| 4", "NZ$", "NZD"),
        ("CA$|5", "CA$", "CAD"), ("R$|5", "R$", "BRL"), ("NT$|5", "NT$", "TWD"), ("£|3bn", "£", "GBP"),
        ("€|4.5bn", "€", "EUR"), ("¥|500", "¥", "JPY"), ("₹|500", "₹", "INR"), ("₽|500", "₽", "RUB"),
        ("Rs |500 crore", "Rs ", "INR"), ("Rs.|500", "Rs.", "INR"), ("RM|500", "RM", "MYR"),
        ("zł|5", "zł", "PLN"),
        ("R|500 million", "R", "ZAR"), ("cost R|1.2bn", "R", "ZAR"), ("P|500 million", "P", "PHP"),
        ("CHF |20", "CHF ", "CHF"), ("USD\u00a0|2.5 billion", "USD\u00a0", "USD"), ("EUR|5", "EUR", "EUR"),
        ("COP |28,000", "COP ", "COP"), ("kr |5,000", "kr ", "SEK"), ("x$|5", "$", "USD"),
    ],
)  # fmt: skip
def test_prefix(text: str, sign: str, code: str) -> None:
    pos = text.index("|")
    assert currencies.prefix(text.replace("|", ""), pos) == (pos - len(sign), code)


@pytest.mark.parametrize(
    "text",
    ["R|2-D2", "Q3 R|5", "SR|500", "COP|28", "TRY |2", "TOP |10", "ALL |12", "RAND |500", "R|134a",
     "N|95 masks",
     "P|5", "in |2024", "|5", " |5", "M-R|500", "EUROS |5"],
)  # fmt: skip
def test_no_prefix(text: str) -> None:
    assert currencies.prefix(text.replace("|", ""), text.index("|")) is None


@pytest.mark.parametrize(
    ("text", "word", "code", "factor"),
    [
        ("5 |dollars", "dollars", "USD", 1), ("5 |US dollars", "US dollars", "USD", 1),
        ("5 |U.S. dollars a barrel", "U.S. dollars", "USD", 1),
        ("5 bn |Hong Kong dollars", "Hong Kong dollars", "HKD", 1),
        ("a 10-|dollar note", "dollar", "USD", 1), ("40 |cents", "cents", "USD", 0.01),
        ("40 |Australian cents", "Australian cents", "AUD", 0.01), ("75|p a litre", "p", "GBP", 0.01),
        ("50 |pence", "pence", "GBP", 0.01), ("5 |pounds sterling", "pounds sterling", "GBP", 1),
        ("500 |rupees", "rupees", "INR", 1), ("13.5 trillion |rubles", "rubles", "RUB", 1),
        ("5 |Mexican pesos", "Mexican pesos", "MXN", 1), ("5 |Argentine pesos", "Argentine pesos", "ARS", 1),
        ("5 |francs", "francs", "CHF", 1), ("5 |CFA francs", "CFA francs", "XOF", 1),
        ("5 |kronor", "kronor", "SEK", 1),
        ("5 |Danish kroner", "Danish kroner", "DKK", 1), ("500 |rand", "rand", "ZAR", 1),
        ("500 |reais", "reais", "BRL", 1),
        ("3 mln |dlrs", "dlrs", "USD", 1), ("500 |€", "€", "EUR", 1), ("500|€ to", "€", "EUR", 1),
        ("5 |PLN", "PLN", "PLN", 1),
        ("5 |kr", "kr", "SEK", 1), ("Seoul: 5 million |won", "won", "KRW", 1),
        ("5 |South Korean won", "South Korean won", "KRW", 1),
    ],
)  # fmt: skip
def test_suffix(text: str, word: str, code: str, factor: float) -> None:
    pos = text.index("|")
    assert currencies.suffix(text.replace("|", ""), pos) == (pos + len(word), code, factor)


@pytest.mark.parametrize(
    "text",
    ["12 |won gold", "12 million |won", "in Seoul, 12 |won", "5 |$10 bills", "500 |RAND staff", "50 |Cent",
     "5 |pounds",
     "9 |per cent", "1080|p video", "20 |real estate", "5 |crown jewels", "5 |million", "5 |", "12 |ALL"],
)  # fmt: skip
def test_no_suffix(text: str) -> None:
    assert currencies.suffix(text.replace("|", ""), text.index("|")) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a fund of 5 billion |pounds", "GBP"), ("The UK gave 5 million |pounds", "GBP"),
        ("Egypt spent 5 million |pounds", "EGP"), ("a fine of 5,000 |pounds ($6,500)", "GBP"),
        ("10 million |pounds of beef in the UK", ""), ("lost 20 |pounds", ""),
        ("£3 for a dog of 5 |pounds", ""),
        ("2 billion |pounds of plastic", ""), ("10 million |pounds", ""),
    ],
)  # fmt: skip
def test_pounds(text: str, code: str) -> None:
    found = currencies.ambiguous_pound(text.replace("|", ""), text.index("|"))
    assert (found[1] if found else "") == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The firm spent $5 million.", ""),
        ("TORONTO — The city will pay $5 million for the bridge.", "CAD"),
        ("TORONTO, Nov 5 (Reuters) - The bank will pay $5 million.", ""),
        ("SYDNEY (Reuters) - The mine cost A$5 million ($3 million).", ""),
        ("The council in Sydney spent A$5m on it, and $6m a year later.", "AUD"),
        ("The council in Sydney paid $5m (US$3m).", "AUD"),
        ("The firm, which trades in New York, paid $5m (US$5m).", ""),
        ("SYDNEY, 12 Feb — The council will pay $5 million.", "AUD"),
        ("WELLINGTON: The state will pay $5 million.", "NZD"),
        ("SYDNEY, Feb 12 (Reuters) - It paid $5m in dividends and A$3m in tax.", ""),
        ("Canberra will spend $5m in Queensland. Australians will pay $30.", "AUD"),
        ("Canberra will spend $5m in Queensland. Australians will pay $30 to Washington.", ""),
        ("Canberra will spend $5m in Queensland. Australians will pay $30, Singapore $20.", ""),
        ("Sales in Australia rose to $5m. Australians like it.", ""),
        ("It cost $5, The Canadian Press reported from Calgary.", "CAD"),
        ("The iPhone costs $900, Apple (AAPL) said in Sydney.", ""),
        ("It cost $5, the South China Morning Post wrote.", ""),
        ("All figures are in Canadian dollars. It made $5 million.", "CAD"),
        ("All figures are in U.S. dollars. The Toronto firm made $5 million.", ""),
    ],
)
def test_whose_dollar(text: str, code: str) -> None:
    assert {currencies.meant(text, printed) for printed in ("$", "dollars", "cents")} == {code}


def test_whose_word() -> None:
    assert currencies.meant("Argentina owes 5 million pesos.", "pesos") == "ARS"
    assert currencies.meant("Islamabad said Pakistan spent Rs 500 crore.", "rs") == "PKR"
    assert currencies.meant("Milk is 90 cents, or €1.20 in towns.", "cents") == "EUR"
    assert currencies.meant("Sweden's retailer sold shares at 90 crowns.", "crowns") == "SEK"
    assert currencies.meant("Chisinau, the capital of Moldova, will add 2.1bn lei.", "lei") == "MDL"
    assert not currencies.meant("It cost 5 million pesos.", "pesos")
    assert not currencies.meant("It cost £5 million.", "£")


def test_generated_table_agrees_with_iso_4217() -> None:
    import pycountry

    hand, lands = build_currencies.read("currency_spellings.csv"), build_currencies.read("currency_lands.csv")
    rows = build_currencies.build(pycountry.currencies, hand, lands)
    assert [tuple(row.values()) for row in lexicon.table("currencies")] == rows, (
        "run tools/build_currencies.py"
    )
    known = {c.alpha_3 for c in pycountry.currencies} | build_currencies.WITHDRAWN
    assert {code for _, _, code, _ in rows} <= known
    assert "USD" in currencies.codes()
    assert "XXX" not in currencies.codes()


def test_lists_of_marks_and_lands_use_known_codes() -> None:
    dollars = lexicon.lists("dollars")
    used = {*dollars["marks"], *dollars["adjectives"].values()} | {
        r["code"] for r in lexicon.table("currency_lands")
    }
    assert used <= currencies.codes()


@given(st.text(alphabet="15 ,.-$£€ARsUDcentp", max_size=25), st.integers(0, 25))
def test_any_text(text: str, pos: int) -> None:
    pos = min(pos, len(text))
    before = currencies.prefix(text, pos)
    assert before is None or 0 <= before[0] < pos
    after = currencies.suffix(text, pos)
    assert after is None or pos < after[0] <= len(text)
    currencies.ambiguous_pound(text, pos)
    for printed in ("$", "cents", "rs", "pesos"):
        assert currencies.meant(text, printed) in {"", *currencies.codes()}
