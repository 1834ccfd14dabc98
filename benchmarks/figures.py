"""Speed of finding figures, against quantulum3 in the same run, on articles made from a seed.

Usage: python benchmarks/figures.py [--articles 400] [--sample 8]

Prints MB/s of text for each on one core (processor time, best of three) and the ratio. quantulum3 reads
`--sample` of the articles only, since it is slow; its start-up (seconds) is left out.
"""

from __future__ import annotations

import argparse
import random
import time
import warnings
from collections.abc import Callable, Sequence

from checks.figures.find import find

FIGURES = (
    "{n} people were hurt in {place}, the police said.",
    "Shares of {name} rose {p}% to {n}p, its highest close since {year}.",
    "The ministry spent ${m} million on {n} buses, up from ${m} million a year earlier.",
    "About {n},000 homes lost power for {d} hours on {day} {month}.",
    "{name} said sales fell by {p} per cent to £{m}bn in the three months to {month}.",
    "Between {d} and {n} kilometres of road will be closed until {year}.",
    "Output reached {m} million barrels per day, more than a third of the total.",
    "{name}, {age}, has lived in {place} for {d} years and has two children.",
)
PLAIN = (
    "Nobody in {place} had expected the decision, and few were ready to talk about it later.",
    "The council will meet again before the summer to hear what residents think of the new plan.",
    "“We have waited a long time for this,” said {name}, who has run the market hall with her brother.",
    "Officials in {place} declined to comment, but a spokeswoman said that the talks would go on.",
    "It is not clear who will pay for the repairs, or whether the old bridge can be kept open meanwhile.",
)
NAMES = ("Halvard", "Marigold Foods", "Ostrander", "Priya Venkatesan", "Tidewater", "Jon Aldersey")
PLACES = ("Kelbridge", "Port Amsel", "Dunmoor", "the valley", "Eastwick")
MONTHS = ("January", "March", "June", "August", "November")


def article(random_: random.Random) -> str:
    """About 2.5 kB of news, a figure in every third sentence or so."""
    paragraphs = []
    for _ in range(8):
        sentences = [random_.choice(FIGURES if random_.random() < 0.35 else PLAIN) for _ in range(3)]
        paragraphs.append(" ".join(filled(s, random_) for s in sentences))
    return "\n\n".join(paragraphs)


def filled(template: str, random_: random.Random) -> str:
    """`template` with names and numbers in the places of its fields."""
    return template.format(
        n=random_.randint(12, 990), m=f"{random_.uniform(1, 90):.1f}", p=f"{random_.uniform(0.1, 30):.1f}",
        d=random_.randint(2, 9), age=random_.randint(20, 90), year=random_.randint(1999, 2025),
        day=random_.randint(1, 28), month=random_.choice(MONTHS), name=random_.choice(NAMES),
        place=random_.choice(PLACES),
    )  # fmt: skip


def speed(read: Callable[[str], object], texts: Sequence[str], rounds: int = 3) -> float:
    """Bytes a second of processor time, the best of `rounds`."""
    read(texts[0])
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        for text in texts:
            read(text)
        best = min(best, time.process_time() - start)
    return sum(len(t.encode()) for t in texts) / best


def main() -> None:
    """Print both speeds and their ratio."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--sample", type=int, default=8)
    args = parser.parse_args()
    random_ = random.Random(7)
    texts = [article(random_) for _ in range(args.articles)]
    ours = speed(find, texts)
    warnings.simplefilter("ignore")
    from quantulum3 import parser as quantulum3

    theirs = speed(quantulum3.parse, texts[: args.sample], rounds=1)
    print(f"checks      {ours / 1e6:8.3f} MB/s")
    print(f"quantulum3  {theirs / 1e6:8.3f} MB/s")
    print(f"ratio       {ours / theirs:8.0f}")


if __name__ == "__main__":
    main()
