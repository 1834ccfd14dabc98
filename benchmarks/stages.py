"""Where the time of a check goes, stage by stage, and the floor beneath it on the same machine.

Usage: python -m benchmarks.stages [FILE.jsonl] [--times 3]

FILE has a "text" (and, if there, an "id" and a "title") a line; without it, 400 articles are made up. One
process, after a warm-up, the least of some runs. Stages are timed around the functions that do them, so what
lies between them is in the whole only.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import checks
from benchmarks import corpora
from checks import articles, facts, flags, matching, rules
from checks.facts import build, entities, language, measure, periods, relations, sourcing

_NUMBER = re.compile(r"\d[\d.,]*")


def timed(run: Callable[[], object], times: int) -> float:
    """Seconds of `run`, the least of `times`."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        found.append(time.perf_counter() - start)
    return min(found)


class Watch:
    """Seconds by stage; sentences that were parsed."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self.parsed: list[str] = []

    def over(self, place: Any, name: str, stage: str) -> None:
        """Time the function `name` of a module as (part of) `stage`."""
        usual = getattr(place, name)

        def watched(*given: Any, **named: Any) -> Any:
            if stage == "parse":
                given = (list(given[0]), *given[1:])
                self.parsed += given[0]
            start = time.perf_counter()
            try:
                return usual(*given, **named)
            finally:
                self.seconds[stage] += time.perf_counter() - start

        setattr(place, name, watched)


def watch() -> Watch:
    """A watch over all stages of this process, for good."""
    found = Watch()
    found.over(build, "sentences", "sentences")
    found.over(build, "find", "figures")
    found.over(language, "parse", "parse")
    told = ((measure, "fill"), (entities, "assign"), (periods, "assign"), (relations, "tie"))
    for module, name in (*told, (sourcing, "attribute")):
        found.over(module, name, module.__name__.rpartition(".")[2])
    found.over(facts, "joined", "fact table")
    for name in ("copies", "kin", "pairs", "implied"):
        found.over(matching, name, f"matching: {name}")
    found.over(rules, "run", "rules")
    found.over(flags, "build", "flag table")
    return found


def floor(file: Path, texts: list[str], parsed: list[str], times: int) -> list[str]:
    """What the machine needs for the least that any such program does."""
    import spacy

    size = sum(map(len, texts))
    reading = timed(lambda: file.read_text(encoding="utf-8"), times)
    numbers = timed(lambda: [_NUMBER.findall(text) for text in texts], times)
    name = next(m for m in language.MODELS if spacy.util.is_package(m))
    plain = spacy.load(name, exclude=language.UNUSED)
    words = sum(len(doc) for doc in plain.pipe(parsed))
    spaced = timed(lambda: list(plain.pipe(parsed, batch_size=256)), times)
    ours = timed(lambda: language.parse(parsed), times)
    return [
        f"reading the file: {file.stat().st_size / reading / 1e6:.0f} MB/s",
        f"one pass of `\\d[\\d.,]*`: {size / numbers / 1e6:.0f} MB/s",
        f"spaCy as it comes (tagger and parser alone) on the {len(parsed):,} sentences parsed:"
        f" {spaced:.2f} s, {words / spaced:,.0f} tokens a second; as we run it {ours:.2f} s,"
        f" {words / ours:,.0f} a second",
    ]


def main() -> None:
    """Print a table of stages, then the floor."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path, nargs="?")
    parser.add_argument("--times", type=int, default=3)
    args = parser.parse_args()
    if args.file:
        rows = [json.loads(line) for line in args.file.open(encoding="utf-8")]
        given = [
            checks.Article(str(row.get("id", n)), row["text"], row.get("title", ""))
            for n, row in enumerate(rows)
        ]
    else:
        given = [article for article, _ in corpora.generate(400)]
    checks.check(given[:2])
    whole = timed(lambda: checks.check(given), args.times)
    watched = watch()
    checks.check(given)
    size = sum(len(article.text) for article in given)
    print(f"{len(given)} articles, {size / 1e6:.2f} MB: {whole:.2f} s, {size / whole / 1e3:.0f} kB/s\n")
    print("| stage | s | |\n|---|---|---|")
    for stage, seconds in watched.seconds.items():
        print(f"| {stage} | {seconds:.2f} | {seconds / sum(watched.seconds.values()):.0%} |")
    parsed = list(watched.parsed)
    print()
    for line in floor(args.file or Path(articles.__file__), [a.text for a in given], parsed, args.times):
        print(f"- {line}")


if __name__ == "__main__":
    main()
