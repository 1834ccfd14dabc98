from __future__ import annotations

import pandas as pd
import pytest

from checks.flags.per_path import without_ignored

ARTICLES = ["a.md", "drafts/a.md", "drafts/old/b.txt", "news/drafts/a.md", "../c.md"]
FLAGS = pd.DataFrame({"article": [*ARTICLES, "a.md"], "check": [*["echo"] * len(ARTICLES), "date-span"]})


@pytest.mark.parametrize(
    ("glob", "left"),
    [
        ("drafts/*.md", ["a.md", "drafts/old/b.txt", "news/drafts/a.md", "../c.md"]),
        ("./drafts/*", ["a.md", "news/drafts/a.md", "../c.md"]),
        ("drafts/", ["a.md", "../c.md"]),
        ("drafts/old", ["a.md", "drafts/a.md", "news/drafts/a.md", "../c.md"]),
        ("drafts", ["a.md", "../c.md"]),
        ("*/drafts/*", ["a.md", "drafts/a.md", "drafts/old/b.txt", "../c.md"]),
        ("*.md", ["drafts/old/b.txt"]),
        ("../c.md", ["a.md", "drafts/a.md", "drafts/old/b.txt", "news/drafts/a.md"]),
        ("**/*", []),
        ("**/drafts/a.md", ["a.md", "drafts/old/b.txt", "../c.md"]),
        ("A.md", ARTICLES),
    ],
)
def test_globs(glob: str, left: list[str]) -> None:
    kept = without_ignored(FLAGS, {glob: ["echo"]})
    assert list(kept["article"][kept["check"] == "echo"]) == left
    assert "date-span" in set(kept["check"])


def test_nothing_to_ignore() -> None:
    assert without_ignored(FLAGS, {}) is FLAGS
    assert without_ignored(FLAGS.head(0), {"*": ["echo"]}).empty
