"""`python -m benchmarks.corpora N --out FILE [--seed S] [--share P] [--planted FILE.csv]`."""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks import corpora
from benchmarks.corpora.files import write


def main(argv: Sequence[str] | None = None) -> None:
    """Write a corpus, and say how fast it was made."""
    parser = argparse.ArgumentParser(
        description=corpora.__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("n", type=int, help="articles")
    parser.add_argument("--out", type=Path, required=True, help="FILE.jsonl, FILE.jsonl.gz or FILE.parquet")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--share", type=float, default=corpora.SHARE, help="of stories with a conflict")
    parser.add_argument("--planted", type=Path, help="FILE.csv for what was planted")
    args = parser.parse_args(argv)
    start = time.perf_counter()
    n = write(corpora.generate(args.n, args.seed, args.share), args.out, args.planted)
    print(f"{n} articles, {n / (time.perf_counter() - start):.0f} a second")


if __name__ == "__main__":
    main()
