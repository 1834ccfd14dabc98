"""How many planted conflicts are flagged, by kind, and what is flagged elsewhere.

Usage: python -m benchmarks.recall FLAGS.csv PLANTED.csv [--show 10]

Planted conflicts are those of `python -m benchmarks.corpora`. One is caught where a flag of a rule that may
see it stands on the false figure, or names it in its evidence, or stands in the same sentence. Flags
elsewhere are those of errors and warnings, sourcing aside, that concern no planted figure.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

#: rules that ask who vouches for a figure: no planted conflict is theirs
SOURCING = ("unsourced-figure", "vague-source", "single-origin")

Row = Mapping[str, str]


@dataclass
class Score:
    """Planted and caught conflicts by kind, those missed, and the flags elsewhere."""

    planted: Counter[str] = field(default_factory=Counter)
    caught: Counter[str] = field(default_factory=Counter)
    missed: list[Row] = field(default_factory=list)
    elsewhere: list[Row] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Share of the planted conflicts that are caught."""
        return self.caught.total() / max(1, self.planted.total())

    def lines(self) -> list[str]:
        """One line a kind, then the sums."""
        kinds = [f"{kind:18s} {self.caught[kind]:6d} of {n:6d}" for kind, n in sorted(self.planted.items())]
        sums = f"{'all':18s} {self.caught.total():6d} of {self.planted.total():6d} = {self.recall:.3f}"
        return [*kinds, f"{sums}, flags elsewhere {len(self.elsewhere)}"]


def score(flags: Iterable[Row], planted: Sequence[Row]) -> Score:
    """Flags with FLAGS columns against rows with the fields of `corpora.Planted`.

    Articles may have other ids in `flags` than in `planted` by what stands before a `#`.
    """
    at: dict[str, list[Row]] = {}
    for row in planted:
        for article in filter(None, (row["article"], row["other"])):
            at.setdefault(article, []).append(row)
    found = Score(Counter(row["kind"] for row in planted))
    caught: set[tuple[str, str]] = set()
    for flag in flags:
        concerned = [row for row in at.get(_id(flag["article"]), ()) if _of(flag, row)]
        caught |= {(r["article"], r["surface"]) for r in concerned if flag["check"] in r["checks"].split("|")}
        loud = flag["severity"] != "notice" and flag["check"] not in SOURCING
        if loud and not concerned and not _named(flag, at):
            found.elsewhere.append(flag)
    for row in planted:
        if (row["article"], row["surface"]) in caught:
            found.caught[row["kind"]] += 1
        else:
            found.missed.append(row)
    return found


def _of(flag: Row, row: Row) -> bool:
    """Whether the flag is about the planted figure: on it, beside it, or by it."""
    surface = row["surface"]
    own = _id(flag["article"]) == row["article"]
    return (own and (surface in flag["surface"] or surface in flag["sentence"])) or surface in flag[
        "evidence"
    ]


def _named(flag: Row, at: Mapping[str, Sequence[Row]]) -> bool:
    """Whether a planted figure of another article is in the flag's evidence."""
    for piece in flag["evidence"].split(" | "):
        article = _id(piece.rpartition(' "')[0].rpartition(":")[0])
        if any(row["article"] == article and row["surface"] in piece for row in at.get(article, ())):
            return True
    return False


def _id(article: str) -> str:
    return article.rpartition("#")[2]


def rows(path: Path) -> list[Row]:
    """The rows of a CSV file."""
    csv.field_size_limit(sys.maxsize)
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def main(argv: Sequence[str] | None = None) -> None:
    """Print the score of two files."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("flags", type=Path)
    parser.add_argument("planted", type=Path)
    parser.add_argument("--show", type=int, default=0, help="so many misses and flags elsewhere are printed")
    args = parser.parse_args(argv)
    found = score(rows(args.flags), rows(args.planted))
    for row in found.missed[: args.show]:
        print(f"missed     {row['article']} {row['kind']}: {row['surface']} ({row['other'] or 'itself'})")
    for flag in found.elsewhere[: args.show]:
        print(f"elsewhere  {flag['article']} {flag['check']}: {flag['message']}")
        print(f"           {flag['sentence']}")
    print("\n".join(found.lines()))


if __name__ == "__main__":
    main()
