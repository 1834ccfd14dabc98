"""Floods and quakes with their tolls, crime, outbreaks: news that goes on for days."""

from __future__ import annotations

import random

from benchmarks.corpora import names
from benchmarks.corpora.amounts import Amount, change, count, drifted, money, percent
from benchmarks.corpora.event import Event, Slots, World, direction, long_day, say, weekday
from benchmarks.corpora.event import Wrong as W
from benchmarks.corpora.genres.business import YEARS


def disaster(w: World, r: random.Random) -> Event:
    """A flood: the dead, of whom some were children, the houses, the aid."""
    i, year = names.rank(r, names.TOWNS), r.choice(YEARS)
    now = w.dice("flood", i, year)
    what, dead = now.choice(("flood", "landslide", "earthquake", "storm")), now.randint(14, 300)
    day, grown = w.day("flood", i, year=year), [now.uniform(0.1, 0.5) for _ in range(8)]
    parts = [now.randint(5, 60) for _ in range(3)]
    aid, away = money(now.uniform(2e6, 8e8), "$"), count(round(now.uniform(900, 60_000), -2))

    def later(days: int) -> Slots:
        toll = count(dead * (1 + sum(grown[:days])))
        return {"dead": toll, "verb": "risen to"}

    return Event(
        "disaster", day,
        {"town": names.town(i), "land": names.land(names.rank(w.dice("in", i), names.LANDS)), "what": what,
         "who": w.person("rescue", i), "role": "rescue chief", "dead": count(dead), "verb": "reached",
         "date": long_day(day), "day": weekday(day), "aid": aid, "again": aid, "away": away,
         "houses": count(now.randint(150, 9500)), "men": count(parts[0]), "women": count(parts[1]),
         "boys": count(parts[2]), "saved": count(sum(parts))},
        ("Death toll of {town} {what} at {dead}", "{what} in {town} kills {dead} people",
         "Search goes on after {town} {what}"),
        say("The death toll from the {what} in {town}, {land}, has {verb} {dead}, police said.",
            "Police said the death toll from the {what} in {town}, {land}, had {verb} {dead}."),
        (
            say("The {what} struck on {date}, the weather service said.",
                "According to the weather service the {what} struck on {date}.",
                wrong=W("weekday", "date", long_day(day, (day.weekday() + now.randint(1, 6)) % 7),
                        "weekday-date")),
            say("Some {away} people in {town} have fled their homes, {role} {who} said.",
                "{role} {who} said about {away} people had fled their homes in {town}."),
            say("The {what} destroyed {houses} houses in {town}, according to {who}.",
                "{who} said {houses} houses in {town} had been destroyed."),
            say("Helicopters in {town} rescued {saved} people — {men} men, {women} women and {boys}"
                " children, {who} said.",
                "{who} said helicopters in {town} had rescued {saved} people: {men} men, {women} women and"
                " {boys} children.",
                wrong=W("parts", "saved", count(sum(parts) + now.randint(6, 14)), "parts-total")),
            say("The government of {land} approved aid of {aid} for {town}, the prime minister said.",
                "{town} will get aid of {aid}, the prime minister of {land} said."),
            say("The aid of {again} for {town} is to be paid within weeks, the finance ministry said.",
                "The finance ministry said the aid of {again} for {town} would be paid in full.",
                wrong=W("restated", "again", drifted(aid, now), "conflicting-value|scale-slip")),
        ),
        ("aid", "houses"),
        later,
    )  # fmt: skip


def outbreak(w: World, r: random.Random) -> Event:
    """Cases of an illness since a day, doses given, beds."""
    i, year = names.rank(r, names.LANDS), r.choice(YEARS)
    now = w.dice("outbreak", i, year)
    ill, cases = now.choice(("measles", "cholera", "dengue")), now.randint(300, 20_000)
    day, grown = w.day("outbreak", i, year=year), [now.uniform(0.02, 0.2) for _ in range(8)]
    tested = count(now.randint(400, 6000))
    hit = count(tested.number * now.uniform(0.05, 0.7))
    share = percent(100 * hit.number / tested.number)

    def later(days: int) -> Slots:
        return {"cases": count(cases * (1 + sum(grown[:days])))}

    return Event(
        "outbreak", day,
        {"land": names.land(i), "ill": ill, "who": w.person("health", i), "role": "health minister",
         "cases": count(cases), "since": f"{now.randint(1, 28)} {now.choice(('January', 'February'))}",
         "tested": tested, "hit": hit, "share": share, "doses": count(round(now.uniform(2e4, 9e5), -3)),
         "cost": money(now.uniform(1e6, 9e7), "$"), "day": weekday(day),
         "beds": count(now.randint(150, 8000))},
        ("{land} records {cases} cases of {ill}", "{ill} spreads in {land}"),
        say("{land} has recorded {cases} cases of {ill} since the outbreak began, the health ministry said.",
            "A total of {cases} cases of {ill} have been recorded in {land} since the outbreak began, the"
            " health ministry said."),
        (
            say("Of {tested} wells in {land} that were tested, {hit}, or {share}, were unsafe, {role} {who}"
                " said.",
                "{role} {who} said {hit} of {tested} wells in {land} that were tested, or {share}, were"
                " unsafe.",
                wrong=W("share-of-whole", "share", percent(share.number + now.choice((12, 17, 24))),
                        "share-of-whole")),
            say("{land} has ordered {doses} doses of vaccine, according to {who}.",
                "According to {who}, {doses} doses of vaccine have been ordered for {land}."),
            say("The campaign against {ill} will cost {cost}, the finance ministry of {land} said.",
                "The finance ministry of {land} put the cost of the campaign against {ill} at {cost}."),
            say("Hospitals in {land} have set aside {beds} beds, {who} said.",
                "{who} said hospitals in {land} had set aside {beds} beds."),
        ),
        ("doses", "cost"),
        later,
    )  # fmt: skip


def crime(w: World, r: random.Random) -> Event:
    """Break-ins in a town against the year before, arrests, a haul."""
    i, year = names.rank(r, names.TOWNS), r.choice(YEARS)
    now = w.dice("crime", i, year)
    new, old = (count(w.level("break-ins", i, y, 90, 9000)) for y in (year, year - 1))
    pct, day = change(new, old), w.day("crime", i, year=year + 1)
    men, women, haul = now.randint(4, 40), now.randint(2, 20), money(now.uniform(2e5, 9e7), now.choice("£$€"))
    return Event(
        "crime", day,
        {"town": names.town(i), "who": w.person("police", i), "role": "police chief", "new": new, "old": old,
         "pct": pct, **direction(new, old), "year": str(year), "before": str(year - 1), "day": weekday(day),
         "held": count(men + women), "men": count(men), "women": count(women), "haul": haul, "again": haul,
         "kilos": Amount(now.randint(30, 900), unit="kilograms"), "staff": count(now.randint(120, 4000))},
        ("Break-ins in {town} {rose} to {new}", "{town} police seize {haul} in raid"),
        say("Police in {town} recorded {new} break-ins in {year}, {up} {pct} from {old} in {before}, {role}"
            " {who} said on {day}.",
            "The number of break-ins in {town} {rose} {pct} to {new} in {year} from {old} in {before}, {role}"
            " {who} said on {day}.",
            wrong=W("percent-change", "pct", percent(pct.number + now.choice((9.5, 13, 22)), 1),
                    "percent-change")),
        (
            say("Police in {town} arrested {held} people — {men} men and {women} women — in raids, {who}"
                " said.",
                "In raids in {town} {held} people ({men} men and {women} women) were arrested, {who} said.",
                wrong=W("parts", "held", count(men + women + now.randint(5, 12)), "parts-total")),
            say("Officers in {town} seized {kilos} of cocaine worth {haul}, according to {who}.",
                "Cocaine worth {haul} was seized in {town}, {kilos} in all, {who} said."),
            say("The cocaine worth {again} had come to {town} by sea, {who} said.",
                "{who} said the cocaine worth {again} had been hidden in a lorry in {town}.",
                wrong=W("restated", "again", drifted(haul, now), "conflicting-value|scale-slip")),
            say("The police force of {town} has {staff} officers, the interior ministry said.",
                "According to the interior ministry the police force of {town} has {staff} officers."),
        ),
        ("haul", "kilos"),
    )  # fmt: skip
