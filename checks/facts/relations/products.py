"""A number of things, the price of one and of all: `1,200 homes at $300,000 each, $360 million in all`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checks import lexicon
from checks.facts.reading import Fact
from checks.facts.relations.clause import ADDITIVE, Clause, any_of, same_measure
from checks.facts.relations.forms import Form, Tie, ends, found

_HINT = re.compile(r"\b(?:each|apiece|every|head|capita|a piece)\b|\bper ")
_EACH = r"(?: each| apiece| a piece| (?:a|per) head| per capita| (?:per|for each|for every) [a-z]+)"
#: Joins a lot to the one before.
_AND = re.compile(r"(?:,|\b(?:and|plus|with))(?: (?:another|a further))? $")
_NEAR = re.compile(r"\beach\b")
_TIME = re.compile(r"per (?:second|minute|hour|day|night|week|fortnight|month|quarter|year|decade)$")


def products(clause: Clause) -> Iterator[Tie]:
    """The products of a sentence whose two factors are printed."""
    if len(clause.facts) < 3:
        return
    if not (any(_HINT.search(gap) for gap in clause.gaps) or any(_priced(fact, "") for fact in clause.facts)):
        return
    for facts, _ in found(clause, _forms(), _measurable):
        if not _one_of_several(clause, facts):
            yield Tie((("count", facts["c"]), ("price", facts["p"]), ("total", facts["t"])))


def _one_of_several(clause: Clause, facts: dict[str, Fact]) -> bool:
    """Whether the total is of other lots too: "500 at £90 each and 300 at £70 each, a total of"."""
    if list(facts)[-1] != "t":
        return False
    start = next(i for i, fact in enumerate(clause.facts) if fact is next(iter(facts.values())))
    before = [fact for fact in clause.facts[:start] if fact.figure.kind == "money"]
    joined = _AND.search(clause.gaps[start]) is not None
    return joined and any(fact.figure.unit == facts["p"].figure.unit for fact in before)


@cache
def _forms() -> tuple[Form, ...]:
    lists = lexicon.lists("relations")["products"]
    terms = {
        "each": _EACH,
        "noun": r"(?: [\w'#-]+){0,8}?",
        "sum": any_of(lists["total"]) + r"|an? (?:[a-z]+ ){1,2}(?:worth|costing|of|totall?ing)",
        "give": any_of(lists["give"]),
        "each_at": any_of(lists["at"]),
    }

    def pattern(text: str) -> re.Pattern[str]:
        return ends(text, terms)

    at = pattern(r"<noun>,?(?: each)?,? (?:<each_at>) ")
    got_each = pattern(r"(?: [\w'-]+){1,4} ")
    sum_ = pattern(r"<each>?<noun>(?:,| [-\u2013\u2014]| \()? ?<sum> (?:(?:the|its|an?) [a-z]+ )?")
    bare = pattern(r"<each>?<noun>(?:, (?:or )?| [-\u2013\u2014] | \(|: )")
    in_all = re.compile(r"[ -]?(?:[\w'-]+ ){0,3}?(?:in (?:all|total)|altogether|all told)\b")
    shared = pattern(r"<noun> (?:to|for|among|between|by|on|across) (?:all |each of |every one of )?")
    or_ = pattern(
        r"<noun>(?:, (?:or )?| \((?:or )?| [-\u2013\u2014] (?:or )?| or |, (?:which is|that is) "
        r"|, (?:giving|leaving|earning|netting|handing) (?:them|each|everyone|the \w+) )"
    )
    for_each = pattern(r"(?:<each>)?<noun> (?:to|for) (?:each|every one|all) of ")
    for_ = pattern(r"<each>?<noun>,? (?:to|for|among) (?:the \w+ of )?")
    got = pattern(r"<noun> (?:<give>) ")
    each_of = re.compile(r"\beach of (?:the |its |their )?$")
    price_end = re.compile(rf"{_EACH}\b")
    return (
        # 1,200 homes at $300,000 each, for a total of $360m; $360m in all
        Form("cpt", (None, at, sum_, None)),
        Form("cpt", (None, at, bare, in_all)),
        # pay 1,500 passengers £240 each, £360,000 in total
        Form("cpt", (None, got_each, pattern(rf"{_EACH}(?:,| -| [\u2013\u2014]| \() ?(?:or )?"), in_all)),
        Form("cpt", (None, got_each, pattern(rf"{_EACH}<noun>(?:,| -| [\u2013\u2014]| \() ?<sum> "), None)),
        Form("cpt", (each_of, got, sum_, None)),
        Form("cpt", (each_of, got, bare, in_all)),
        # $24m for 12,000 residents, or $2,000 each
        Form("tcp", (None, shared, or_, None)),
        # 12,000 residents received $24m, or $2,000 each
        Form("ctp", (None, got, or_, None)),
        # $24m, or $2,000 for each of the 12,000 residents
        Form("tpc", (None, or_, for_each, None)),
        Form("tpc", (None, or_, for_, None)),
        # $2,000 to each of 12,000 residents, a total of $24m; $24m in all
        Form("pct", (None, for_each, sum_, None)),
        Form("pct", (None, for_each, or_, None)),
        Form("ptc", (None, sum_, shared, None)),
        Form("pct", (None, for_, sum_, None)),
        Form("pct", (None, for_each, bare, in_all)),
        Form("pct", (None, for_, bare, in_all)),
        # 12,000 residents at $2,000 each
        Form("tcp", (None, pattern(r"<noun>(?:,| \(|:| [-\u2013\u2014]) ?(?:or )?(?:for )?"), at, price_end)),
    )


def _priced(fact: Fact, after: str) -> bool:
    """Whether the words make a figure one of many: `each`, `a head`, `per resident`."""
    unit = fact.unit or fact.figure.unit
    if " per " in unit and fact.figure.kind != "count":
        return _TIME.search(unit) is None
    return re.match(rf"(?: [a-z-]+){{0,2}}?{_EACH}\b", after) is not None


def _measurable(facts: dict[str, Fact], gaps: list[str]) -> bool:
    count, price, total = facts["c"], facts["p"], facts["t"]
    at = list(facts).index("p")
    around = (gaps[at], gaps[at + 1])
    if any(fact.figure.kind not in ADDITIVE for fact in facts.values()) or count.figure.kind == "money":
        return False
    marked = _priced(price, around[1]) or _NEAR.search(f"{gaps[0][-30:]} {around[0][-30:]} {around[1][:20]}")
    if not marked or _TIME.search(price.figure.unit) or _priced(total, "" if at == 2 else "."):
        return False
    _, _, per = (price.unit or price.figure.unit).partition(" per ")
    if price.figure.kind == "money":
        fits = total.figure.kind == "money" and total.figure.unit == price.figure.unit.partition(" per ")[0]
    else:
        fits = same_measure(price, total)
    return fits and _is_for(per, count)


def _is_for(per: str, count: Fact) -> bool:
    """Whether a price `per` something is for what was counted."""
    noun = (count.unit or count.figure.unit).rpartition(" ")[2]
    people = {"person", "head", "capita", "people", "resident", "inhabitant", "citizen", "man", "woman"}
    if not per or per == noun:
        return True
    return per in people and noun in people | set(lexicon.lists("relations")["sums"]["people"])
