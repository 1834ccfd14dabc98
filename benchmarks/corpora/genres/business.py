"""Results of firms, power stations, the trade of countries."""

from __future__ import annotations

import random

from benchmarks.corpora import names
from benchmarks.corpora.amounts import Amount, change, count, drifted, money, percent
from benchmarks.corpora.event import Event, World, direction, say, weekday
from benchmarks.corpora.event import Wrong as W

YEARS = (2021, 2022, 2023, 2024, 2025)


def company(w: World, r: random.Random) -> Event:
    """A firm's year: sales against the year before, profit, jobs, a contract."""
    i, year = names.rank(r, names.FIRMS), r.choice(YEARS)
    own = w.dice("firm", i)
    sign, (low, high) = own.choice("$£€"), own.choice(((3e6, 4e8), (2e8, 2e10)))
    new, old = (money(w.level("sales", i, y, low, high), sign) for y in (year, year - 1))
    now = w.dice("firm", i, year)
    deal = money(new.number * now.uniform(0.02, 0.3), sign)
    jobs = count(new.number / now.uniform(9e4, 4e5) + 40)
    shops, shut = count(now.randint(60, 900)), now.uniform(0.05, 0.6)
    closing = count(shops.number * shut)
    share = percent(100 * closing.number / shops.number)
    day = w.day("firm", i, year=year + 1)
    firm, town = names.firm(i), names.town(names.rank(own, names.TOWNS))
    pct = change(new, old)
    bad = percent(pct.number + now.choice((11, 14, 17.5, 23)), 1)
    worse = percent(share.number + now.choice((14, 19, 23)))
    return Event(
        "company", day,
        {"firm": firm, "town": town, "who": w.person("firm", i), "role": "chief executive", "new": new,
         "old": old, "pct": pct, **direction(new, old), "year": str(year), "before": str(year - 1),
         "deal": deal, "again": deal, "jobs": jobs, "shops": shops, "shut": closing,
         "share": share, "day": weekday(day), "client": names.firm(names.rank(now, names.FIRMS))},
        ("{firm} reports sales of {new} for {year}", "{firm} wins {deal} order from {client}",
         "Sales at {firm} {rose} in {year}"),
        say("Annual sales at {firm} {rose} {pct} to {new} in {year} from {old} in {before}, the company"
            " said on {day}.",
            "{firm} said on {day} that its sales for {year} {rose} to {new} from {old} in {before}, {rise}"
            " of {pct}.",
            "Sales of {new} in {year}, {up} {pct} from {old} in {before}, were reported by {firm} on {day}.",
            wrong=W("percent-change", "pct", bad, "percent-change")),
        (
            say("{firm}, which is based in {town}, won a contract worth {deal} from {client}, said {role}"
                " {who}.",
                "{who}, the {role} of {firm}, said {client} had awarded it a contract worth {deal}."),
            say("The {again} contract is the largest that {firm} has ever signed with {client}, {who} said.",
                "{firm} will begin work on the {again} contract in the spring, according to {who}.",
                wrong=W("restated", "again", drifted(deal, now), "conflicting-value|scale-slip")),
            say("{firm} employed {jobs} people in {year}, according to its annual report.",
                "The workforce of {firm} stood at {jobs} people in {year}, its annual report shows."),
            say("Of the {shops} branches of {firm}, {shut}, or {share}, are to be modernised, the company"
                " said.",
                "{firm} said {shut} of its {shops} branches ({share}) would be modernised.",
                wrong=W("share-of-whole", "share", worse, "share-of-whole")),
        ),
        ("deal", "jobs"),
    )  # fmt: skip


def energy(w: World, r: random.Random) -> Event:
    """A plant to be built: its power, its price, what it makes in a month and in a year."""
    i, year = names.rank(r, names.TOWNS), r.choice(YEARS)
    now = w.dice("plant", i, year)
    cost, power = (
        money(now.uniform(4e7, 3e9), now.choice("$£€")),
        Amount(now.randint(20, 900), unit="megawatts"),
    )
    month = money(now.uniform(2e5, 5e6), cost.sign, 2)
    total = money(month.number * 12, cost.sign, 3)
    homes, day = count(round(power.number * 520, -3)), w.day("plant", i, year=year)
    wrong = money(total.number * now.choice((1.4, 1.8, 0.6)), cost.sign)
    return Event(
        "energy", day,
        {"town": names.town(i), "firm": names.firm(names.rank(now, names.FIRMS)), "who": w.person("plant", i),
         "role": "project director", "cost": cost, "again": cost, "power": power, "month": month,
         "total": total, "homes": homes, "end": str(year + now.randint(2, 7)), "day": weekday(day),
         "jobs": count(now.randint(30, 1900))},
        ("{firm} to build {cost} power plant near {town}", "{town} chosen for wind farm"),
        say("{firm} will build a wind farm near {town} at a cost of {cost}, the company said on {day}.",
            "A wind farm that will cost {cost} is to be built near {town}, {firm} said on {day}.",
            "Plans for a wind farm near {town}, which will cost {cost}, were presented by {firm} on {day}."),
        (
            say("The {town} wind farm will have a capacity of {power}, said {role} {who}.",
                "{who}, the {role}, said the capacity of the {town} wind farm would be {power}."),
            say("The {town} wind farm could supply {homes} homes from {end}, according to {who}.",
                "{who} expects the {town} site to supply {homes} homes from {end} on."),
            say("The {again} wind farm near {town} would be the largest in the region, {who} said.",
                "Residents of {town} were told that the {again} wind farm would be quiet, {who} said.",
                wrong=W("restated", "again", drifted(cost, now), "conflicting-value|scale-slip")),
            say("Upkeep at {town} will cost {month} a month, or {total} a year, {firm} said.",
                "{firm} put the upkeep at {town} at {month} a month, which is {total} a year.",
                wrong=W("rate-total", "total", wrong, "rate-total")),
            say("Building the {town} wind farm will employ {jobs} people, said {who}.",
                "According to {who}, {jobs} people will work on the building site near {town}."),
        ),
        ("cost", "power"),
    )  # fmt: skip


def trade(w: World, r: random.Random) -> Event:
    """A country's exports and imports in a year, and what is left between them."""
    i, year = names.rank(r, names.LANDS), r.choice(YEARS)
    out, into = (round(w.level(f, i, year, 4e9, 9e11) / 1e8) * 1e8 for f in ("exports", "imports"))
    before = money(w.level("exports", i, year - 1, 4e9, 9e11), "$")
    exports, imports = Amount(out, "$"), Amount(into, "$")
    gap, now = Amount(abs(out - into), "$"), w.dice("trade", i, year)
    day, pct = w.day("trade", i, year=year + 1), change(exports, before)
    wrong = Amount(round(gap.number * 1.45 + 3e8, -8), "$")
    bad = percent(pct.number + now.choice((12, 16.5, 21)), 1)
    return Event(
        "trade", day,
        {"land": names.land(i), "who": w.person("trade", i), "role": "trade minister", "exports": exports,
         "imports": imports, "gap": gap, "kind": "surplus" if out > into else "deficit", "before": before,
         "pct": pct, **direction(exports, before), "year": str(year), "last": str(year - 1),
         "day": weekday(day),
         "aid": money(now.uniform(2e7, 9e8), "$")},
        ("{land} posts trade {kind} of {gap} for {year}", "{land} exports reach {exports} in {year}"),
        say("{land}'s exports were {exports} in {year} and its imports {imports}, leaving a trade {kind} of"
            " {gap}, the statistics office said on {day}.",
            "In {year} exports from {land} were {exports} and imports {imports}, a trade {kind} of {gap}, the"
            " statistics office said on {day}.",
            wrong=W("difference", "gap", wrong, "difference|conflicting-value")),
        (
            say("{land}'s exports {rose} {pct} from {before} in {last}, the office said.",
                "The office put {land}'s exports for {last} at {before}, so that they {rose} by {pct} in"
                " {year}.",
                wrong=W("percent-change", "pct", bad, "percent-change|implied-conflict")),
            say("{land} will spend {aid} on its ports, {role} {who} said.",
                "{who}, the {role}, promised to spend {aid} on the ports of {land}."),
        ),
        ("aid",),
    )  # fmt: skip
