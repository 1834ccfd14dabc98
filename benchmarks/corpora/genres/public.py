"""Budgets of councils, and crowds at matches."""

from __future__ import annotations

import random

from benchmarks.corpora import names
from benchmarks.corpora.amounts import Amount, count, drifted, percent
from benchmarks.corpora.event import Event, World, long_day, say, weekday
from benchmarks.corpora.event import Wrong as W
from benchmarks.corpora.genres.business import YEARS


def council(w: World, r: random.Random) -> Event:
    """A town's budget, its parts and the vote on it."""
    i, year = names.rank(r, names.TOWNS), r.choice(YEARS)
    now = w.dice("council", i, year)
    unit, sign = (1e5, "£") if w.dice("council", i).random() < 0.5 else (1e6, "$")
    parts = [Amount(now.randint(11, 400) * unit, sign) for _ in range(3)]
    total = Amount(sum(p.number for p in parts), sign)
    aye, nay = now.randint(18, 40), now.randint(3, 17)
    day, hall = w.day("council", i, year=year), Amount(now.randint(11, 97) * unit / 10, sign)
    roads = Amount(parts[0].number * 1.5 + 7 * unit, sign)
    return Event(
        "council", day,
        {"town": names.town(i), "who": w.person("council", i), "role": "mayor", "total": total,
         "schools": parts[0],
         "roads": parts[1], "care": parts[2], "aye": count(aye), "nay": count(nay), "lead": count(aye - nay),
         "date": long_day(day), "hall": hall, "again": hall, "potholes": count(now.randint(300, 9000)),
         "year": str(year + 1)},
        ("{town} council passes {total} budget", "{town} to spend {hall} on town hall",
         "Councillors in {town} agree budget"),
        say("{town} council approved a budget of {total} for {year} on {date}.",
            "On {date} the council of {town} passed a budget of {total} for {year}.",
            "A budget of {total} for {year} was passed by {town} council on {date}.",
            wrong=W("weekday", "date", long_day(day, (day.weekday() + now.randint(1, 6)) % 7),
            "weekday-date")),
        (
            say("{town}'s budget of {total} is made up of {schools} for schools, {roads} for roads and"
                " {care} for care, said {role} {who}.",
                "{role} {who} said {town}'s budget of {total} comprises {schools} for schools, {roads} for"
                " roads and {care} for care.",
                wrong=W("parts", "schools", roads, "parts-total|conflicting-value")),
            say("In {town} the motion was carried by {aye} votes to {nay}, a majority of {lead}, the clerk"
                " said.",
                "The clerk of {town} council counted {aye} votes to {nay}, a majority of {lead}.",
                wrong=W("difference", "lead", count(aye - nay + now.randint(4, 9)), "difference")),
            say("{town} council will spend {hall} on a new roof for the town hall, {who} said.",
                "A new roof for {town} town hall will cost {hall}, according to {who}."),
            say("The {again} roof of {town} town hall is to be finished before winter, {who} told"
                " councillors.",
                "Opposition members in {town} called the {again} roof a luxury, {who} said.",
                wrong=W("restated", "again", drifted(hall, now), "conflicting-value|scale-slip")),
            say("Crews filled {potholes} potholes in {town} in the past year, the highways department said.",
                "According to the highways department {potholes} potholes were filled in {town} in the past"
                " year."),
        ),
        ("hall", "potholes"),
    )  # fmt: skip


def crowd(w: World, r: random.Random) -> Event:
    """A match, how many saw it, and what the club earns."""
    i, year = names.rank(r, names.TOWNS), r.choice(YEARS)
    now = w.dice("match", i, year)
    other = names.town(names.rank(now, names.TOWNS))
    day, seats = w.day("match", i, year=year), round(now.uniform(9_000, 80_000), -2)
    seen = count(seats * now.uniform(0.4, 0.99))
    fee = Amount(now.randint(11, 890) * 1e5, now.choice("£€"))
    women = percent(now.uniform(12, 48))
    return Event(
        "crowd", day,
        {"town": names.town(i), "other": other, "who": w.person("club", i), "role": "club chairman",
         "seen": seen, "again": seen, "seats": count(seats), "fee": fee, "date": long_day(day),
         "day": weekday(day), "member": count(now.randint(4_000, 90_000)), "women": women,
         "goals": now.choice(("2-1", "3-0", "1-1", "4-2", "2-0")),
         "player": names.person(now.randrange(9999))},
        ("{town} held by {other} before {seen}", "Crowd of {seen} sees {town} play {other}",
         "{town} and {other} meet in the cup"),
        say("A crowd of {seen} saw {town} play {other} in the cup on {date}, the club said.",
            "{town} met {other} in the cup on {date} before a crowd of {seen}, the club said.",
            wrong=W("weekday", "date", long_day(day, (day.weekday() + now.randint(1, 6)) % 7),
            "weekday-date")),
        (
            say("The crowd of {again} at {town} was the largest of the season, {role} {who} said.",
                "{day}'s crowd of {again} was the largest since the {town} ground was rebuilt, said {role}"
                " {who}.",
                wrong=W("restated", "again", drifted(seen, now), "conflicting-value|scale-slip")),
            say("The {town} stadium has {seats} seats, according to the league.",
                "According to the league there are {seats} seats in the {town} stadium."),
            say("{town} paid {fee} for the striker {player} last summer, {who} said.",
                "Last summer {town} signed the striker {player} for {fee}, according to {who}."),
            say("The {town} club has {member} members, {women} of them women, {who} said.",
                "{who} said {women} of the {member} members of the {town} club were women."),
        ),
        ("fee", "seats"),
    )  # fmt: skip
