"""What the page holds, as plain lists and dicts for its JSON block.

Offsets are those of JavaScript, which counts UTF-16 units; `text.py` counts them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from checks.flags.identity import Place, split_places
from checks.flags.result import Result, checkable
from checks.model import SEVERITIES, Article
from checks.reports.page import dots, tolls
from checks.reports.page.borne import Borne
from checks.reports.page.strip import Counts
from checks.reports.page.text import Shown, label, sentence
from checks.reports.page.values import Values

if TYPE_CHECKING:
    import pandas as pd

#: Characters of text beyond which articles without a flag go unprinted.
MOST_TEXT = 3_000_000
_OF_A_FLAG = ("flag", "check", "severity", "confidence", "line", "column", "surface", "message", "expected")


def block(result: Result, articles: Sequence[Article], summaries: Mapping[str, str]) -> dict[str, Any]:
    """Everything the page shows but the verdicts; `summaries` says in a line what each rule flags."""
    values = Values(result.facts, result.pairs, {a.id: a.date for a in articles})
    borne = Borne(result.rests)
    number = {a.id: n for n, a in enumerate(articles)}
    flags = [{str(c): v for c, v in row.items()} for row in result.flags.to_dict("records")]
    argued = {row["flag"]: list(_argued(row, values)) for row in flags}
    marks: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for row in flags:
        marks[row["article"]].append((row["start"], row["end"]))
        for spot in argued[row["flag"]]:
            if spot["article"] in number and spot["start"] >= 0:
                marks[spot["article"]].append((spot["start"], spot["end"]))
    whole = sum(len(a.text) for a in articles) <= MOST_TEXT
    shown = {a.id: Shown(a, marks[a.id]) for a in articles if whole or marks[a.id]}
    original = dict(zip(result.copies["article"], result.copies["original"], strict=True))
    told = [_flag(row, n, argued[row["flag"]], values, number, shown, borne) for n, row in enumerate(flags)]
    return {
        "articles": list(_articles(articles, shown, result.facts, original, borne)),
        "flags": told,
        "quotes": borne.quotes,
        "rules": {rule: summaries.get(rule, "") for rule in sorted({row["check"] for row in flags})},
    }


def counts(result: Result, articles: Sequence[Article]) -> list[Counts]:
    """What each article holds, for the strip and the table of the corpus."""
    facts = result.facts
    to_check = facts[checkable(facts)]
    figures = Counter(facts["article"])
    to_source = Counter(to_check["article"])
    sourced = Counter(to_check.loc[to_check["sourcing"] == "named", "article"])
    by = Counter(zip(result.flags["article"], result.flags["severity"], strict=True))
    return [
        Counts(n, a.id, figures[a.id], to_source[a.id], sourced[a.id], tuple(by[a.id, s] for s in SEVERITIES))
        for n, a in enumerate(articles)
    ]


def _argued(row: Mapping[str, Any], values: Values) -> Iterable[dict[str, Any]]:
    """The figures that the evidence of a flag names; `start` is -1 for one that the page does not hold."""
    beside = values.flagged(row)
    for place in split_places(row["evidence"]):
        found = values.located(place, beside)
        yield {
            "article": place.article,
            "line": place.line,
            "surface": place.surface,
            "start": found["start"] if found else -1,
            "end": found["end"] if found else -1,
        }


def _flag(
    row: Mapping[str, Any],
    n: int,
    argued: Iterable[Mapping[str, Any]],
    values: Values,
    number: Mapping[str, int],
    shown: Mapping[str, Shown],
    borne: Borne,
) -> dict[str, Any]:
    out = {column: row[column] for column in _OF_A_FLAG}
    text = shown[row["article"]]
    out |= {"article": number[row["article"]], "start": text.unit(row["start"]), "end": text.unit(row["end"])}
    out["sentence"] = sentence(row["sentence"], row["surface"])
    out["evidence"] = [_spot(spot, number, shown, borne) for spot in argued]
    support = borne.of(values.flagged(row))
    if support:
        out["support"] = support
    found = values.of(row)
    if found:
        unit = values.unit(row)
        out["plot"] = dots.dots(found, unit, f"p{n}")
        over = values.over_time(row)
        if over:
            out["tolls"] = tolls.tolls(over, unit, f"o{n}")
    return out


def _spot(
    spot: Mapping[str, Any], number: Mapping[str, int], shown: Mapping[str, Shown], borne: Borne
) -> dict[str, Any]:
    name, start, end = spot["article"], spot["start"], spot["end"]
    if name not in number or start < 0:
        quote = borne.at(Place(name, spot["line"], spot["surface"]))
        return {**spot, "article": -1, "name": name, "quote": quote}
    text = shown[name]
    return {**spot, "article": number[name], "start": text.unit(start), "end": text.unit(end)}


def _articles(
    articles: Sequence[Article],
    shown: Mapping[str, Shown],
    facts: pd.DataFrame,
    original: Mapping[str, str],
    borne: Borne,
) -> Iterable[dict[str, Any]]:
    figures: dict[str, list[tuple[int, int, str, str]]] = defaultdict(list)
    held = facts[facts["article"].isin(list(shown))]
    for row in held.to_dict("records"):
        said = label({str(c): v for c, v in row.items()})
        figures[row["article"]].append((row["start"], row["end"], said, row["fact"]))
    for article in articles:
        out: dict[str, Any] = {
            "id": article.id,
            "title": article.title[:300],
            "date": article.date.isoformat() if article.date else "",
            "publisher": article.publisher[:200],
            "copy": original.get(article.id, ""),
        }
        if article.id in shown:
            text = shown[article.id]
            out["parts"] = text.parts
            out["figures"] = [
                [text.unit(start), text.unit(end), said, *([support] if (support := borne.of(fact)) else [])]
                for start, end, said, fact in sorted(figures[article.id])
                if text.holds(start)
            ]
        yield out
