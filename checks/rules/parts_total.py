"""Parts that do not add up to the total printed with them.

What it flags
-------------
A total followed by all its parts: "a cost of £27.4m, made up of £14.9m for steel, £3.8m for labour and
£4.2m for land" (that is £22.9m); "saved 23 people - 11 women, nine men and five children".
Also parts followed by "a total of" or with "in all" after the sum, what was added ("a further 12 bodies,
bringing the total to 108" from 86), and lists in the next sentence: "£790m. Of that, £410m will go to track
and £290m to stations".

Why it matters
--------------
One figure of the list or the total is wrong, and all of them are in doubt.

What it leaves alone
--------------------
Lists that need not be complete ("including", "among them", "such as"), unless their parts have nothing in
common and come to more than the whole. "Of that, £310m will go to track and £190m to stations" may leave some
out: such a list of money is a sum only where one of its figures looks like a slip (a digit changed, lost or
turned round) of the one that would agree, in three digits or more. Lists beside a total that name other
things ("27 points - 14 rebounds and nine assists"). Differences that rounding explains.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from checks.rows import Row
from checks.rules.arithmetic.intervals import overlap, total
from checks.rules.arithmetic.slips import slip
from checks.rules.arithmetic.ties import ties, true_values
from checks.rules.rule import Case, Finding, Rule
from checks.rules.wording.say import listing, quantity, reckoned

if TYPE_CHECKING:
    import pandas as pd


#: A list that may be open is a sum only where one of its figures looks like a slip.
GUESSED = 0.7


def find(facts: pd.DataFrame) -> Iterator[Finding]:
    """Totals at odds with the sum of their parts."""
    for tie in ties(facts, "part", "total"):
        if len(tie["part"]) > 1 and not _agree(tie["total"][0], tie["part"]):
            yield _finding(tie["total"][0], tie["part"])
    for tie in ties(facts, "some", "all"):
        whole, parts = tie["all"][0], tie["some"]
        if len(parts) < 2 or _agree(whole, parts):
            continue
        made = sum(part.value for part in parts)
        if "apart" not in tie:
            continue
        over = total(map(true_values, parts)).low > true_values(whole).high
        # what each figure would have to be for the sum to come out
        missing = whole.value - made
        guessed = whole.kind != "count" and (
            slip(whole, made) or any(slip(part, part.value + missing) for part in parts)
        )
        if over or guessed:
            yield replace(_finding(whole, parts), confidence=0.85 if over else GUESSED)


def _agree(whole: Row, parts: Sequence[Row]) -> bool:
    return overlap(total(true_values(part) for part in parts), true_values(whole))


def _finding(whole: Row, parts: Sequence[Row]) -> Finding:
    named = listing([part.surface for part in parts])
    made = sum(part.value for part in parts)
    unit = whole.unit if whole.kind == "money" else ""
    sum_ = reckoned(made, total(true_values(part) for part in parts), unit)
    return Finding(
        fact=whole.fact,
        message=f"{named} make {sum_}, not {whole.surface}",
        expected=quantity(made, unit, significant=6),
        evidence=tuple(part.fact for part in parts),
    )


RULE = Rule(
    id="parts-total",
    severity="error",
    scope="article",
    find=find,
    flags=[
        Case(
            "The bridge will cost £27.4m, made up of £14.9m for steel, £3.8m for labour and £4.2m for land.",
            ["£27.4m"],
        ),
        Case("The lifeboat saved 23 people — 11 women, nine men and five children — on Sunday.", ["23"]),
        Case(
            "Turnover was €3.45 billion, made up of €1.62 billion in France, €578 million in Italy"
            " and €955 million in Spain.",
            ["€3.45 billion"],
        ),
        Case("The bus carried 41 passengers (24 pupils and 13 teachers) to the coast.", ["41"]),
        Case("The navy bought 12 frigates, 9 corvettes and 16 patrol boats, a total of 47 ships.", ["47"]),
        Case("A jury of 12 people, consisting of seven men and six women, was sworn in.", ["12"]),
        Case("The budget of $90m is split between $52m for roads and $28m for rail.", ["$90m"]),
        Case(
            "Ministers will spend £790m on the line, the department said. Of that, £410m will go to track and"
            " £290m to stations.",
            ["£790m"],
        ),
        Case(
            "The brewer will cut 230 jobs in Scotland. It will shed 145 jobs in Glasgow, 80 in Dundee and the"
            " remaining 25 in Aberdeen.",
            ["230"],
        ),
        Case(
            "The airport will cost €1.1bn, with €620m coming from the European Investment Bank and the rest,"
            " €380m, from the national budget.",
            ["€1.1bn"],
        ),
        Case("Norway and Sweden won 12 and 14 medals respectively, 28 in all, at the games.", ["28"]),
        Case(
            "Police said a further 12 bodies had been found, bringing the total to 108. The toll had stood"
            " at 86 on Sunday.",
            ["108"],
        ),
        Case("The party took 301 of the 558 seats, leaving the opposition with 237.", ["558"]),
        Case("Of the 412 people on board, 180 were men and 222 women, the coastguard said.", ["412"]),
        Case(
            "Attendance reached 75,000, the organizers said: 48,000 on Saturday and 37,000 on Sunday.",
            ["75,000"],
        ),
        Case(
            "The program has housed 5,300 families, including 3,900 in tents and 1,900 in cabins.",
            ["5,300"],
        ),
    ],
    passes=[
        Case(
            "The bridge will cost £27.4m, made up of £14.9m for steel, £8.3m for labour and £4.2m for land."
        ),
        Case("The lifeboat saved 23 people — 11 women, seven men and five children — on Sunday."),
        Case("The lifeboat saved 23 people, including 11 women and five children."),
        Case("He scored 27 points — with 14 rebounds, nine assists and three steals — in Game 4."),
        Case("Sales were about €2.6 billion, made up of €1.62 billion in France and €890 million in Spain."),
        Case("The five-bedroom house (three bathrooms and two garages) sold for £640,000."),
        Case("It has 41 aircraft, of which 24 are jets and 13 are helicopters."),
        Case("The firm cut 300 jobs — 120 in Leeds and 80 in York among them — last year."),
        Case(
            "Ministers will spend £790m on the line, the department said. Of that, £310m will go to track and"
            " £190m to stations."
        ),
        Case(
            "The brewer will cut jobs in Scotland. It will shed 145 jobs in Glasgow, 80 in Dundee and the"
            " remaining 25 in Aberdeen."
        ),
        Case(
            "Of the 100 patients, 62 had high blood pressure and 55 were overweight, the researchers found."
        ),
        Case("About 4,200 people were moved from 23 villages: 2,700 in Greece and 1,500 in Bulgaria."),
        Case(
            "Eighteen people were hurt when two trams collided. Eleven of the injured were treated at the"
            " scene and the other seven were taken to hospital."
        ),
        Case("The firm bought another 40 buses, taking the number of vehicles in the city to 2,600."),
        Case("The airline employs 1,950 people, 640 of them pilots and 810 cabin crew."),
        Case("The gunman killed 10 people. Six of the victims were girls and three boys; the tenth taught."),
        Case(
            "They earned £390m: £120m from shops and cafes, £105m from exhibitions, and the rest from gifts."
        ),
        Case("Those saved are 128 Mozambicans, 80 Basotho, 33 Zimbabweans and five others, the police said."),
        Case("Police held 30 men in Leeds and another 12 in Hull, taking the total to 400 this year."),
        Case("It has 40 buses, 25 of them new, and trams: the other 15 depots are shut."),
        Case("The group was of 268 people. Of them, 239 are men, 17 women and 12 minors."),
        Case("A jury of 12 people, consisting of seven men and five women, was sworn in."),
        Case("The navy bought 12 frigates, 9 corvettes and 16 patrol boats, a total of 37 ships."),
        Case(
            "The show drew 1.2 million viewers on Monday and 1.4 million on Tuesday, for a total of 6.1"
            " million for the week."
        ),
        Case("The plan will cost $1.2bn. Roads account for $500m and rail for $400m."),
        Case("He took 5 of the 8 wickets to fall, leaving the visitors on 211."),
    ],
)
