"""A corpus of made-up news in a file, and what checking it in memory says."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pandas as pd
import pytest

import checks
from benchmarks.corpora import generate
from checks import articles as reading
from checks.engines.corpus import asking
from checks.engines.corpus.jobs import Stages
from checks.engines.corpus.ran import Ran, flags
from checks.engines.corpus.run import Progress, Run
from checks.engines.corpus.store import Store
from checks.engines.judging import Asked
from checks.engines.workers import Here, Workers
from checks.matching import groups
from checks.model import Article
from checks.reports import csv_file

ARTICLES = 40


def written(path: Path, articles: Sequence[Article]) -> Path:
    """`articles` as JSON lines."""
    with path.open("w", encoding="utf-8") as file:
        for a in articles:
            cells = {"id": a.id, "text": a.text, "title": a.title, "publisher": a.publisher}
            file.write(json.dumps(cells | {"date": a.date and a.date.isoformat()}) + "\n")
    return path


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of articles."""
    articles = [article for article, _ in generate(ARTICLES, share=0.6)]
    return written(tmp_path_factory.mktemp("corpus") / "news.jsonl", articles)


@pytest.fixture(scope="session")
def in_memory(corpus: Path) -> checks.Result:
    """What a check of all articles at once says; in groups as small as those of `run`."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(groups, "MOST", 8)
        return checks.check(reading.read_all(corpus, id=corpus.name).articles)


@pytest.fixture(autouse=True)
def small_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(groups, "MOST", 8)


class Trial:
    """Runs over `file` with small parts, in the folder `url`."""

    def __init__(self, file: Path, url: str) -> None:
        self.inputs = [[(str(file), file.name)]]
        self.do = Stages(Store(url), size=7, bucket=10)

    def run(
        self,
        workers: Workers | None = None,
        asked: Asked | None = None,
        progress: Progress | None = None,
    ) -> Ran:
        """What a run tells."""
        asking.keep(self.do.store, asked or Asked())
        self.last = Run(self.do, workers or Here(), progress)
        return self.last.check(self.inputs, {})

    def facts(self) -> pd.DataFrame:
        """The fact table of the last run, as it reads in a CSV file."""
        path = Path(self.do.store.url) / "facts.csv"
        csv_file.write_pieces(map(self.do.store.bytes, self.last.report()), path)
        return pd.read_csv(path, keep_default_na=False, dtype=str)

    def flags(self, ran: Ran) -> pd.DataFrame:
        """The flags of a run."""
        return flags(self.do, ran)[0]


@pytest.fixture
def trial(corpus: Path, tmp_path: Path) -> Trial:
    return Trial(corpus, str(tmp_path / "work"))
