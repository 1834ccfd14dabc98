"""`python -m checks explain`: a rule in words, or a flag with everything that speaks for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from textwrap import fill, indent
from typing import TYPE_CHECKING, Any

from checks.articles import part_of
from checks.commands.chosen_rules import catalogue
from checks.commands.inputs import from_here
from checks.commands.output import Console
from checks.errors import UserError, nearest
from checks.settings import Settings

if TYPE_CHECKING:
    import pandas as pd

    from checks.commands.why import Why
    from checks.flags.verdicts import Row
    from checks.rules.rule import Case, Rule


def run(name: str, facts: Path | None, flags: Path | None, settings: Settings) -> int:
    """Print the rule called `name`, or the flags that it means (see `_meant`); the exit code.

    Raises UserError where there is neither.
    """
    console = Console()
    known = catalogue(settings)
    if name in known:
        console.print(_rule(known[name], settings))
        return 0
    rows = _meant(name, flags or from_here(settings.flags, settings), list(known))
    table = _facts(facts or from_here(settings.facts, settings), console)
    records = [{str(c): v for c, v in fact.items()} for fact in table.to_dict("records")]
    paired = [row for row in rows if row["check"] in known and known[row["check"]].scope == "pair"]
    why = _why(paired, table, settings, console)
    console.print("\n\n\n".join(_flag(row, records, why if row in paired else None) for row in rows))
    return 0


def _why(rows: list[Row], table: pd.DataFrame, settings: Settings, console: Console) -> Why | None:
    """What tells why the figures of each of `rows` were held to be the same; None without rows or facts."""
    from checks.commands.why import Why
    from checks.flags.identity import split_places

    if not rows or table.empty:
        return None
    names = [n for row in rows for n in (row["article"], *(p.article for p in split_places(row["evidence"])))]
    why = Why(table, names, settings)
    for line in why.gone:
        console.say(line)
    return why


def _rule(rule: Rule, settings: Settings) -> str:
    from checks import rules

    parts = rules.documentation(rule.id, settings.rules)
    grade = settings.severity.get(rule.id)
    here = f"; {grade} in this project" if grade else ""
    lines = [f"{rule.id} ({rule.severity}{here}): {parts['']}"]
    for heading in rules.HEADINGS:
        lines += ["", heading, indent(parts[heading], "  ")]
    for heading, cases in (("Flagged", rule.flags[:1]), ("Not flagged", rule.passes[:1])):
        for case in cases:
            lines += ["", heading, *_case(case)]
    return "\n".join(lines)


def _case(case: Case) -> Iterator[str]:
    articles = case.articles()
    for article in articles:
        name = f"{article.id}: " if len(articles) > 1 else ""
        yield fill(name + " ".join(article.text.split()), 96, initial_indent="  ", subsequent_indent="  ")
    if case.figures:
        yield f"  → {', '.join(case.figures)}"


def _meant(name: str, path: Path, known: list[str]) -> list[Row]:
    """The rows of the flag whose id begins with `name`, or of all at the place `name`.

    A place is written as reports print it: `a.txt:14` or `a.txt:14:3`.
    """
    from checks.flags import verdicts

    rows = verdicts.read(path).rows
    at = [row for row in rows.values() if f"{_place(row)}:".startswith(f"{name}:") and ":" in name]
    found = [flag for flag in rows if flag.startswith(name)] if name else []
    if at or len(found) == 1:
        return at or [rows[found[0]]]
    if found:
        raise UserError(f"{len(found)} flags begin with {name!r}: {', '.join(found[:5])}; give more of it")
    where = f"no flag in {path}" if rows else f"no flag ({path} holds none; run `python -m checks` first)"
    raise UserError(f"{name!r} is no rule and {where}; {nearest(name, known, 'the rules are')}")


def _place(row: Row) -> str:
    return f"{row['article']}:{row['line']}:{row['column']}"


def _facts(path: Path, console: Console) -> pd.DataFrame:
    from checks.reports import csv_file
    from checks.tables import FACTS, frame

    try:
        return csv_file.read(path, FACTS)
    except UserError as error:
        console.say(f"{error}: the evidence is shown without its sentences")
        return frame([], FACTS)


def _flag(row: Row, facts: list[dict[str, Any]], why: Why | None) -> str:
    from checks.flags.identity import split_places
    from checks.reports.excerpt import excerpt
    from checks.reports.terminal import place as place_in
    from checks.reports.terminal import printable

    state = row["verdict"] or "open"
    at = place_in(row["line"], row["column"], part_of(row["article"]))
    lines = [
        f"{row['flag']}  {row['severity']}  {row['check']}  confidence {row['confidence']}  {state}",
        printable(f"{row['article']}{':' if at[:1].isdigit() else ' '}{at}"),
        "",
        *excerpt(row["sentence"], row["surface"], _offset(row, facts)),
        "",
        fill(printable(row["message"]), 96),
    ]
    lines += [f"{title}: {printable(row[title])}" for title in ("expected", "note") if row[title]]
    flagged = _flagged(row, facts)
    for place in split_places(row["evidence"]):
        lines += ["", printable(str(place))]
        found = [fact for fact in facts if (fact["article"], fact["line"], fact["surface"]) == place]
        if found:
            # a surface may stand twice in a line
            fact = next((f for f in found if why and flagged and why.pair(flagged, f)), found[0])
            lines += excerpt(fact["sentence"], fact["surface"], _offset(fact, facts))
            if why and flagged:
                lines += ["", *(f"  {printable(line)}" for line in why.lines(flagged, fact))]
            elif why:
                lines += [
                    "",
                    "  why it was held to be the same figure cannot be told: the flagged one is not in",
                ]
                lines += ["  the fact table"]
        elif facts:
            lines.append("  (its sentence is not in the fact table: the last run was over other texts)")
    return "\n".join(lines)


def _flagged(row: Row, facts: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The fact that a flag is about, where the table still holds it; lines may have moved since."""
    alike = [f for f in facts if (f["article"], f["surface"]) == (row["article"], row["surface"])]
    same = [f for f in alike if f["sentence"] == row["sentence"]]
    return next((f for f in same if str(f["start"]) == row["start"]), next(iter(same), None))


def _offset(row: Mapping[str, Any], facts: list[dict[str, Any]]) -> int:
    """Where in its sentence the figure of `row` stands; -1 where it cannot be told.

    A surface may occur twice in a sentence, or within another ("7" in "75"): the right place is the
    one at which most of the sentence's other figures fall into place as well.
    """
    try:
        start = int(row["start"])
    except ValueError:
        return -1
    sentence, surface = str(row["sentence"]), str(row["surface"])
    others = [f for f in facts if (f["article"], f["sentence"]) == (row["article"], sentence)]

    def fitting(at: int) -> tuple[int, bool]:
        begin = start - at
        places = [(f["surface"], f["start"] - begin) for f in others if f["start"] >= begin]
        whole = sentence[at - 1 : at].isspace() or at == 0
        return sum(sentence.startswith(figure, place) for figure, place in places), whole

    found = [m.start() for m in re.finditer(f"(?={re.escape(surface)})", sentence)] if surface else []
    return max(found, key=fitting, default=-1)
