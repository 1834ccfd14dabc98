"""How many pairs of facts are compared, per fact, as the corpus grows.

Usage: python benchmarks/pairs.py [PATH] [--articles 200] [--times 1 2 4]

PATH is a folder of texts or a JSON Lines file with a "text" (and, if there, an ISO "date") per line; without
it, news is made from a seed. Each further copy of the articles has other names and other numbers, and its
sentences dealt out anew, so that no article repeats another: other stories in the same words, which is the
worst that can happen to a search by words. Candidates per fact should stay where they are.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import random
import re
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import checks
from checks import matching
from checks.matching.blocks import candidates
from checks.matching.comparable import rows
from checks.matching.left_out import LeftOut

TEMPLATES = (
    "A fire at a {thing} in {place} killed {n} people and injured {m} others, the {body} said on Monday.",
    "{firm} will pay ${m} million for a {thing} near {place}, {person} told reporters.",
    "Unemployment in {place} rose to {p} percent in May, according to the {body}.",
    "{firm} said revenue fell {p}% to ${n} million, and that it would cut {m} jobs in {place}.",
    "About {n},000 people in {place} were without power, {person} of the {body} said.",
    "{person} of {place} won {p} percent of the vote, the {body} said, with {m}% of ballots counted.",
    "The {body} has approved a loan of ${n} million to {place} to rebuild a {thing}.",
    "Nobody in {place} had expected the decision, and {person} declined to comment.",
)
THINGS = ("mill", "hospital", "warehouse", "school", "power station", "port", "market hall")
START, MIDDLE, END = "BrDrGlKrMolNorPelSkTarVel", "aeiou", ("dale", "mark", "vik", "ston", "berg", "ham")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}")
_NUMBER = re.compile(r"(?<![\d.,])(?!(?:19|20)\d\d\b)\d[\d,.]*")
_SENTENCE = re.compile(r"(?<=[.!?]) |\n+")
_CALENDAR = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September"
    r"|October|November|December"
)


def made(count: int) -> Iterator[checks.Article]:
    """`count` news items of six sentences, two to a story."""
    for n in range(count):
        story = random.Random(n // 2)
        starts = re.findall("[A-Z][a-z]*", START)
        name = {k: story.choice(starts) + story.choice(MIDDLE) + story.choice(END) for k in ("place", "firm")}
        name["person"] = f"{story.choice(starts)}a {story.choice(starts)}{story.choice(MIDDLE)}n"
        name["body"] = f"{name['place']} Council"
        lines = [
            line.format(
                **name, thing=story.choice(THINGS), n=story.randint(11, 400), m=story.randint(2, 90),
                p=f"{story.uniform(1, 60):.1f}",
            )
            for line in story.sample(TEMPLATES, 6)
        ]  # fmt: skip
        random.Random(n).shuffle(lines)
        date = dt.date(2025, 1, 1) + dt.timedelta(days=n % 300)
        yield checks.Article(id=f"{n}.txt", text=" ".join(lines), date=date)


def told(path: Path) -> Iterator[checks.Article]:
    """The articles in `path`."""
    if path.is_dir():
        for file in sorted(path.rglob("*.txt")):
            yield checks.Article(id=str(file), text=file.read_text(encoding="utf-8"))
        return
    for n, line in enumerate(path.open(encoding="utf-8")):
        cells = json.loads(line)
        date = dt.date.fromisoformat(cells["date"]) if cells.get("date") else None
        yield checks.Article(id=f"{n}.txt", text=cells["text"], date=date)


def copy(articles: Sequence[checks.Article], time_: int) -> list[checks.Article]:
    """The articles once more, as other stories; the 0th time as they are."""
    if not time_:
        return list(articles)
    texts = [other(article.text, time_) for article in articles]
    lengths = [len(_SENTENCE.split(text)) for text in texts]
    sentences = [sentence for text in texts for sentence in _SENTENCE.split(text)]
    random.Random(time_).shuffle(sentences)
    dealt = iter(sentences)
    return [
        checks.Article(id=f"{time_}/{article.id}", text=" ".join(islice(dealt, length)), date=article.date)
        for article, length in zip(articles, lengths, strict=True)
    ]


def other(text: str, time_: int) -> str:
    """The text with other names and numbers."""
    for name in sorted(set(_NAME.findall(text)), key=len, reverse=True):
        if not _CALENDAR.fullmatch(name):
            text = re.sub(
                rf"\b{name}", f"{name[:2]}{'aeiouy'[time_ % 6]}{name[2:]}{'lnrst'[time_ % 5]}", text
            )

    def number(found: re.Match[str]) -> str:
        return "".join(str((int(c) * 3 + time_) % 9 + 1) if c.isdigit() else c for c in found[0])

    return _NUMBER.sub(number, text)


def main() -> None:
    """Print a line of counts for each size of corpus."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("path", type=Path, nargs="?")
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--times", type=int, nargs="+", default=[1, 2, 4])
    args = parser.parse_args()
    articles = list(told(args.path) if args.path else made(args.articles))
    dates = {f"{k}/{a.id}" if k else a.id: a.date for a in articles for k in range(max(args.times))}
    print("times articles   facts compared candidates per fact  copies  kin   pairs per fact seconds")
    parts = [copy(articles, k) for k in range(max(args.times))]
    for times in args.times:
        corpus = [a for part in parts[:times] for a in part]
        facts = checks.extract(corpus)
        comparable = list(rows(facts))
        left = LeftOut()
        start = time.perf_counter()
        copies, kin = matching.copies(corpus, facts), matching.kin(corpus, left)
        pairs = matching.pairs(facts, copies, dates, kin, left)
        seconds = time.perf_counter() - start
        tried = len(candidates(comparable).found)
        print(
            f"{times:5d} {len(corpus):8d} {len(facts):7d} {len(comparable):8d} {tried:10d}"
            f" {tried / len(comparable):8.2f} {len(copies):7d} {len(kin):4d} {len(pairs):7d}"
            f" {len(pairs) / len(comparable):8.2f} {seconds:7.1f}"
        )
        for line in left.lines():
            print(f"      note: {line}")


if __name__ == "__main__":
    main()
