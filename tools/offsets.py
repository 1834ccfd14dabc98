"""Extract the articles of JSONL files and count the facts whose offsets do not give their surface.

Usage: python tools/offsets.py FILE.jsonl …

Each line of a FILE is an object with `text`. Prints one line, and exits with 1 if an offset is wrong.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import checks


def wrong(articles: list[checks.Article]) -> tuple[int, int]:
    """The number of facts in `articles`, and of those for which `text[start:end] != surface`."""
    texts = {article.id: article.text for article in articles}
    facts = checks.extract(articles)
    places = zip(facts["article"], facts["start"], facts["end"], facts["surface"], strict=True)
    return len(facts), sum(texts[article][start:end] != surface for article, start, end, surface in places)


def main() -> int:
    """Print the counts; 1 if an offset is wrong, or if there is no fact at all."""
    articles = [
        checks.Article(id=f"{name}:{number}", text=json.loads(line)["text"])
        for name in sys.argv[1:]
        for number, line in enumerate(Path(name).read_text(encoding="utf-8").splitlines(), 1)
    ]
    facts, misplaced = wrong(articles)
    print(f"offsets: {facts} facts in {len(articles)} articles, wrong {misplaced}")
    return 1 if misplaced or not facts else 0


if __name__ == "__main__":
    sys.exit(main())
