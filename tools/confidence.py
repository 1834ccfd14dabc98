"""How often flags of each confidence were right, as a Markdown table.

Usage: python tools/confidence.py LABELLED.jsonl ...

A line holds either {"articles": [{"id", "title"?, "date"?, "text"}], "wrong"?: {"article", "find", "put"},
"expect_surface"?: [...]}, a correct text and, with `wrong`, one edit that makes it wrong; or {"document",
"summary", "edits": [...]}, a summary to check against its document and the numbers that were edited in it.
An error or warning on the correct text is wrong; one on the edited text is right where it, or its evidence,
is on an edited figure, and is left out where the correct text had it too. Sourcing checks are left out.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import checks

#: Lower ends of the classes of confidence.
CLASSES = (0.0, 0.6, 0.7, 0.8, 0.9)
SOURCING = frozenset({"unsourced-figure", "vague-source"})

#: A flag's confidence, and whether it was right.
Judged = tuple[float, bool]


def judged(lines: Iterable[dict[str, Any]]) -> Iterator[Judged]:
    """The confidence of each flag on the texts of `lines`, and whether it was right."""
    for line in lines:
        if "document" in line:
            yield from _summary(line)
        else:
            yield from _pair(line)


def _summary(line: dict[str, Any]) -> Iterator[Judged]:
    draft = checks.Article(id="summary.txt", text=line["summary"])
    result = checks.check([draft], evidence=[checks.Article(id="document.txt", text=line["document"])])
    for flag in _loud(result):
        yield flag["confidence"], _on(flag, line.get("edits", []))


def _pair(line: dict[str, Any]) -> Iterator[Judged]:
    before = list(_loud(checks.check(_articles(line["articles"]))))
    yield from ((flag["confidence"], False) for flag in before)
    if edit := line.get("wrong"):
        had = {(flag["check"], flag["article"], flag["surface"]) for flag in before}
        articles = [
            a | {"text": a["text"].replace(edit["find"], edit["put"], 1)} if a["id"] == edit["article"] else a
            for a in line["articles"]
        ]
        for flag in _loud(checks.check(_articles(articles))):
            if (flag["check"], flag["article"], flag["surface"]) not in had:
                yield flag["confidence"], _on(flag, line["expect_surface"])


def _articles(given: Iterable[dict[str, Any]]) -> list[checks.Article]:
    return [
        checks.Article(
            id=a["id"],
            text=a["text"],
            title=a.get("title") or "",
            date=dt.date.fromisoformat(a["date"]) if a.get("date") else None,
        )
        for a in given
    ]


def _loud(result: checks.Result) -> Iterator[dict[str, Any]]:
    for flag in result.flags.to_dict("records"):
        if flag["severity"] in ("error", "warning") and flag["check"] not in SOURCING:
            yield {str(name): value for name, value in flag.items()}


def _on(flag: dict[str, Any], edited: Iterable[str]) -> bool:
    """Whether a flag or its evidence prints the first number, or else the first word, of an edited figure."""
    shown = {token.lower() for token in re.findall(r"[\w.,]*\w", f"{flag['surface']} {flag['evidence']}")}
    wanted = (re.findall(r"\d[\d.,]*\d|\d|\w+", text) for text in edited)
    firsts = (next((t for t in tokens if t[0].isdigit()), tokens[0]) for tokens in wanted if tokens)
    return any(first.lower() in shown for first in firsts)


def table(found: Iterable[Judged]) -> str:
    """A Markdown table: of the flags of each class of confidence, how many there were and were right.

    >>> print(table([(0.95, True), (0.95, False), (0.65, True)]))
    | confidence | flags | right |
    |---|---|---|
    | 0.6 to 0.7 | 1 | 100% |
    | 0.9 and over | 2 | 50% |
    """
    flags: Counter[float] = Counter()
    right: Counter[float] = Counter()
    for confidence, was_right in found:
        lower = max(end for end in CLASSES if confidence >= end)
        flags[lower] += 1
        right[lower] += was_right
    rows = ["| confidence | flags | right |", "|---|---|---|"]
    for lower, upper in zip(CLASSES, (*CLASSES[1:], None), strict=True):
        name = "under 0.6" if not lower else f"{lower} to {upper}" if upper else f"{lower} and over"
        if flags[lower]:
            rows.append(f"| {name} | {flags[lower]} | {100 * right[lower] / flags[lower]:.0f}% |")
    return "\n".join(rows)


def main() -> None:
    """Judge the flags on the labelled texts of all files named, and print the table."""
    paths = map(Path, sys.argv[1:])
    lines = (json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines())
    print(table(judged(lines)))


if __name__ == "__main__":
    main()
