"""Polls and studies."""

from __future__ import annotations

import random

from benchmarks.corpora import names
from benchmarks.corpora.amounts import Amount, count, drifted, money, percent
from benchmarks.corpora.event import Event, World, long_day, say, weekday
from benchmarks.corpora.event import Wrong as W
from benchmarks.corpora.genres.business import YEARS


def poll(w: World, r: random.Random) -> Event:
    """What people in a country think, in shares of a hundred."""
    i, year = names.rank(r, names.LANDS), r.choice(YEARS)
    now = w.dice("poll", i, year)
    yes, no = now.randint(31, 58), now.randint(15, 30)
    day, asked = w.day("poll", i, year=year), now.randint(801, 4900)
    told = round(asked * now.uniform(0.3, 0.9))
    gone = now.choice(
        ("a tunnel to the coast", "a ban on fireworks", "a tax on plastic", "a longer school year")
    )
    return Event(
        "poll", day,
        {"land": names.land(i), "who": w.person("poll", i), "role": "pollster", "yes": percent(yes),
         "no": percent(no), "rest": percent(100 - yes - no), "asked": count(asked), "told": count(told),
         "share": percent(100 * told / asked), "thing": gone, "day": weekday(day), "date": long_day(day),
         "cost": money(now.uniform(2e7, 5e9), "$"), "firm": names.firm(names.rank(now, names.FIRMS))},
        ("Poll: {yes} in {land} back {thing}", "Voters in {land} split on {thing}"),
        say("In a poll published on {date}, {yes} of people in {land} backed {thing}, {no} were opposed and"
            " {rest} had no opinion, the institute said.",
            "Some {yes} of those polled in {land} backed {thing}, {no} were opposed and the other {rest} were"
            " undecided, the institute said on {date}.",
            wrong=W("shares", "rest", percent(100 - yes - no + now.randint(9, 20)), "shares-total")),
        (
            say("The institute asked {asked} adults in {land}, said {role} {who}.",
                "{role} {who} said {asked} adults in {land} had been asked."),
            say("Of the {asked} adults polled in {land}, {told}, or {share}, said they would vote,"
                " according to {who}.",
                "According to {who}, {told} of the {asked} adults polled in {land} ({share}) said they"
                " would vote.",
                wrong=W("share-of-whole", "share", percent(100 * told / asked - now.randint(12, 25)),
                        "share-of-whole")),
            say("The government of {land} puts the cost of the plan at {cost}, the finance ministry said.",
                "The plan would cost {land} {cost}, the finance ministry said."),
        ),
        ("cost",),
    )  # fmt: skip


def science(w: World, r: random.Random) -> Event:
    """A study of a lake, with measurements, shares and a grant."""
    i, year = names.rank(r, names.TOWNS), r.choice(YEARS)
    now = w.dice("study", i, year)
    old, factor = now.randint(12, 90) * 10, now.choice((2, 3, 4))
    lakes, day = now.randint(40, 400), w.day("study", i, year=year)
    clean, grant = now.randint(5, lakes - 5), money(now.uniform(3e5, 4e7), now.choice("€$£"))
    deep = Amount(now.randint(30, 420), unit="metres")
    words = {2: "doubled", 3: "tripled", 4: "quadrupled"}
    return Event(
        "science", day,
        {"town": names.town(i), "who": w.person("study", i), "role": "lead author", "lakes": count(lakes),
         "clean": count(clean), "share": percent(100 * clean / lakes), "grant": grant, "again": grant,
         "deep": deep, "old": count(old), "new": count(old * factor), "grew": words[factor],
         "date": long_day(day), "day": weekday(day), "herons": count(now.randint(200, 9000))},
        ("Study finds {clean} of {lakes} lakes near {town} clean", "Lakes near {town} under study"),
        say("Of {lakes} lakes near {town} that were examined, {clean}, or {share}, were clean, researchers"
            " at the University of {town} said on {day}.",
            "Researchers at the University of {town} said on {day} that {clean} of {lakes} lakes near"
            " {town}, or {share}, were clean.",
            wrong=W("share-of-whole", "share", percent(100 * clean / lakes * 0.8 + now.choice((-9, 19))),
                    "share-of-whole")),
        (
            say("The number of otters near {town} {grew} from {old} to {new} in a decade, {role} {who} said.",
                "{role} {who} said the number of otters near {town} had {grew} from {old} to {new} in a"
                " decade.",
                wrong=W("ratio", "new", count(old * (factor + now.choice((1.6, 2.2)))), "ratio-words")),
            say("The deepest of the lakes near {town} measures {deep}, according to {who}.",
                "According to {who} the deepest lake near {town} is {deep} deep."),
            say("The study near {town} was paid for with a grant of {grant}, the university said.",
                "The University of {town} said it had received a grant of {grant} for the study."),
            say("The {again} grant to the University of {town} runs out in the autumn, {who} said.",
                "{who} said the {again} grant for the {town} study would not be renewed.",
                wrong=W("restated", "again", drifted(grant, now), "conflicting-value|scale-slip")),
            say("The team counted {herons} herons near {town}, {who} said.",
                "{who} said {herons} herons had been counted near {town}."),
        ),
        ("grant", "herons"),
    )  # fmt: skip
