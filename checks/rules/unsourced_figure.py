"""A figure that matters and that nobody is named for.

What it flags
-------------
Sums of money from a thousand up, percentages and percentage points, counts and volumes from a
thousand up, shares such as "one in five", and counts of people who came to harm, where the text
names no source: no "said" or "according to", no quotation, link, footnote or source line. The
figures of a paragraph make one flag, on the one that matters most; the others are its evidence.

It is a warning for somebody's statistic: people harmed, a percentage, a large count, a sum of a
million or more. It is only a notice where the doubt is weak: what a company publishes itself
(profit, sales, takings), what is on record as somebody's decision or bargain (a fine, a prize, a
tax, a bid, a debt), smaller sums, and figures beside a named source, in their paragraph or for the
same measure, who may well have given them too.

Why it matters
--------------
Somebody counted, measured or reckoned it. While nobody is named, the reader cannot weigh the figure
and the editor cannot check it.

What it leaves alone
--------------------
A value that a named source gives elsewhere in the article. What somebody plainly stands behind: the
owner of the figure is heard or announces something in the article. (Where the article reads out one
report, it is a notice.) Headlines, crowds, a day's trading. Small counts, prices, lengths of time,
ages, scores, distances and speeds, movements of share prices, dates and numbers in names. The same
sum again in another currency. Targets and the author's own suppositions ("if a thousand people gave
$50"), and vague amounts such as "thousands of".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from checks.rows import Row, in_order
from checks.rules.rule import Case, Finding, Rule
from checks.rules.wording.consequence import counts_as_claim, foretold, harmed, is_statistic, is_title
from checks.rules.wording.paragraphs import paragraphs
from checks.rules.wording.vouched import Vouched

if TYPE_CHECKING:
    import pandas as pd

#: Of further figures in the paragraph, the message names so many.
NAMED_BESIDE = 3


def find(facts: pd.DataFrame) -> Iterator[Finding]:
    """Consequential figures without a source, those of a paragraph in one finding."""
    ordered = in_order(facts)
    claims = [
        row
        for row in ordered
        if row.sourcing == "none" and not row.vague and row.role != "hypothetical"
        if (row.role != "target" or foretold(row)) and counts_as_claim(row)
    ]
    if not claims:
        return
    vouched, converted = Vouched(facts), _conversions(ordered)
    claiming = {row.article for row in claims}
    near = [row for row in ordered if row.article in claiming]
    home = paragraphs(near)
    heard = {home[row.fact] for row in near if row.sourcing == "named"}
    owners = {(row.article, name) for row in near for name in row.entities.split(";")}
    last: dict[str, int] = {}
    for row in near:
        last[row.article] = max(row.line, last.get(row.article, 0))
    doubted: dict[tuple[str, int], list[Row]] = {}
    for row in claims:
        if row.fact in converted or vouched.elsewhere(row) or is_title(row, last[row.article]):
            continue
        # a report that is read out need not hold each figure of the article; an owner knows its own
        owned = row.source and (row.entities or (row.article, row.source) in owners)
        if not owned or harmed(row):
            doubted.setdefault(home[row.fact], []).append(row)
    statistics = {row.fact for row in claims if is_statistic(row)}
    # a sum told before as a bargain is one wherever it comes up again: "its $90m offer … the $90m"
    settled = {_amount(row) for row in claims if row.fact not in statistics}
    for paragraph, found in doubted.items():
        strong = [
            row
            for row in found
            if harmed(row)
            or (
                not row.source
                and row.fact in statistics
                and paragraph not in heard
                and _amount(row) not in settled
                and not vouched.akin(row)
            )
        ]
        yield _finding(strong[0] if strong else found[0], found, weak=not strong)


def _finding(first: Row, found: list[Row], weak: bool) -> Finding:
    """One finding, on `first`, for the figures of a paragraph: one attribution may well cover them all."""
    others = [row for row in found if row.fact != first.fact]
    what = f" ({first.measure})" if first.measure else ""
    beside = f", nor for {', '.join(row.surface for row in others[:NAMED_BESIDE])}" if others else ""
    more = f" and {len(others) - NAMED_BESIDE} more" if len(others) > NAMED_BESIDE else ""
    return Finding(
        fact=first.fact,
        message=f"nobody is named for {first.surface}{what}{beside}{more}; say who counted it",
        evidence=tuple(row.fact for row in others),
        confidence=0.4 if weak else 0.7,
        severity="notice" if weak else None,
    )


def _amount(row: Row) -> tuple[str, str, float, str]:
    return row.article, row.kind, row.value, row.unit


def _conversions(ordered: list[Row]) -> set[str]:
    """The facts that only repeat the one before in another unit: "$3 million (£1.6 million)"."""
    return {
        row.fact
        for before, row in pairwise(ordered)
        if row.kind in ("money", "measurement")
        and (row.article, row.kind) == (before.article, before.kind)
        and row.unit != before.unit
        and 1 <= row.start - before.end <= 3
    }


RULE = Rule(
    id="unsourced-figure",
    severity="warning",
    scope="article",
    find=find,
    flags=[
        Case("Trade between the two ports reached $6.2 billion last year.", figures=["$6.2 billion"]),
        Case(
            "Turnout fell to 41 per cent. The mayor said she was disappointed by the weather.",
            figures=["41 per cent"],
        ),
        Case(
            "The fishery employs 18,400 people, and fish makes up 22% of exports.",
            figures=["18,400"],
        ),
        Case(
            "Wages rose by 3.5 percent, the union said.\n\nRents in the capital have climbed by 31 percent.",
            figures=["31 percent"],
        ),
        Case(
            "The dam cost £740 million.\n\nIts critics never forgave the £740 million bill.",
            figures=["£740 million", "£740 million"],
        ),
        Case("He was fined £2,000. Some 61% of referees have been abused.", figures=["61%"]),
        Case(
            "Wages rose by 3.5 percent, the union said. Some 40,000 people own two homes.", figures=["40,000"]
        ),
        Case("Profits rose by 12% to $40 million.", figures=["12%"]),
        Case(
            "Inflation has dropped by 2.4 percentage points since the spring.",
            figures=["2.4 percentage points"],
        ),
        Case("The fine came to $3 million (£2.2 million).", figures=["$3 million"]),
        Case("Some 71% of the mortars were made before the war.", figures=["71%"]),
        Case("The refinery handles 320,000 barrels per day.", figures=["320,000 barrels per day"]),
        Case("Sales of tea will double to 40 million chests by 2035.", figures=["40 million"]),
        Case("The fire has burnt 62,000 hectares of pine.", figures=["62,000 hectares"]),
        Case(
            "Harlan Foods is to shut a bakery. The market for bread is worth £3.1 billion.",
            figures=["£3.1 billion"],
        ),
    ],
    passes=[
        Case(
            "Trade between the two ports reached $6.2 billion last year, according to the harbour authority."
        ),
        Case("The education department says 14,300 pupils have no permanent teacher."),
        Case("“We lost 40 percent of the harvest,” said Maria Oduya, who farms near the lake."),
        Case("Nearly 65% of the bridges are sound, a study by the Lindqvist Institute found."),
        Case("The three-year contract covers two ships and 12 months of training."),
        Case("She bought a coffee for $4 and walked six blocks to the court."),
        Case("If 5,000 people each gave $200, the roof would be paid for."),
        Case(
            "The auditors put the loss at $84 million, their report said.\n\n"
            "A loss of $84 million would sink most firms."
        ),
        Case("Sales rose by 12%, per Norwood Research."),
        Case("Exports shrank by 9 percent.\nSource: National Statistics Office"),
        Case("Thousands of people filled the square, and dozens of buses stood idle."),
        Case("Shares in the carrier fell 6.4% on Tuesday."),
        Case("The road runs for 1,200 miles through the desert."),
        Case(
            "Harlan Foods is to shut a bakery in Stoke. The company, which employs 14,000 people, lost a"
            " contract in May."
        ),
        Case("Norwood Rail carried 2.4 million people last year.\n\nNorwood Rail said it was proud."),
        Case("The town voted 61% in favour\n\nNobody had expected it, said the mayor, who spent £900."),
        Case("A crowd of 31,204 saw the home side win."),
        Case("Oil slipped by 2% in early trading."),
    ],
)
