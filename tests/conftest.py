"""What the tests share: stand-ins for the stages, so that the house is tested without the language model."""

from __future__ import annotations

import gc
import os
import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

# Before NumPy is loaded: its threads wait for one another busily, and the texts of tests are small.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import pytest

import checks.commands.evidence  # noqa: F401  (pytester forgets a module that is first loaded in its runs)
from checks.model import Article
from checks.rules.rule import Case, Finding, Rule
from checks.rules.running.registry import rules_in
from checks.tables import FACTS, PAIRS, frame

if TYPE_CHECKING:
    import pandas as pd

pytest_plugins = ["pytester"]


def cpu_seconds(work: Callable[[], object]) -> float:
    """Processor seconds that `work` takes.

    The garbage collector rests meanwhile: what it costs depends on all that other tests have left behind.
    """
    gc.disable()
    try:
        start = time.process_time()
        work()
        return time.process_time() - start
    finally:
        gc.enable()


def growth(
    work: Callable[[str], object], part: str, whole: str, *, limit: float, least: float
) -> tuple[float, float]:
    """How many times the seconds of `part` `work` takes on `whole`, and the seconds of `whole`.

    Each is the best of up to five turns, of which the first with a growth within `limit` is the last: a pause
    of the machine hits one turn and not all, slow code is slow in each. Seconds below `least` say nothing.
    """
    parts, wholes = [], []
    for _ in range(5):
        parts.append(cpu_seconds(lambda: work(part)))
        wholes.append(cpu_seconds(lambda: work(whole)))
        if min(wholes) <= limit * max(min(parts), least):
            break
    return min(wholes) / max(min(parts), least), min(wholes)


@pytest.fixture(name="growth")
def growth_fixture() -> Callable[..., tuple[float, float]]:
    """`growth`, for the tests of worst cases."""
    return growth


def article(folder: Path, name: str, text: str) -> Path:
    """Write the article `name` into `folder`, and return its path."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def fact(**cells: Any) -> dict[str, Any]:
    """A row of FACTS: a sourceless count of 5, with `cells` in place of its own."""
    row: dict[str, Any] = dict.fromkeys(FACTS, "")
    row |= {"fact": "x1", "article": "a.txt", "line": 1, "column": 1, "start": 0, "end": 1, "surface": "5"}
    row |= {"kind": "count", "value": 5.0, "value_to": float("nan"), "low": 5.0, "high": 5.0, "bound": "="}
    row |= {"vague": False, "main": True, "role": "level", "sourcing": "none", "sentence": "5"}
    return row | cells


@pytest.fixture
def facts_table() -> Callable[..., pd.DataFrame]:
    """Makes a FACTS table of rows given as dicts of the cells that matter."""
    return lambda *rows: frame([fact(**row) for row in rows], FACTS)


def _extract(
    articles: Iterable[Article],
    model: str | None = None,
    progress: Callable[[int], None] | None = None,
    cache: object = None,
    jobs: int = 1,
    note: Callable[[str], object] | None = None,
) -> pd.DataFrame:
    """Every run of digits is a figure, and every line a sentence."""
    rows = []
    for article in articles:
        offset = 0
        for line, sentence in enumerate(article.text.splitlines(keepends=True), 1):
            for nth, found in enumerate(re.finditer(r"\d+", sentence)):
                cells = {
                    "fact": f"{article.id}/{sentence.strip()}/{nth}",
                    "article": article.id,
                    "line": line,
                    "column": found.start() + 1,
                    "start": offset + found.start(),
                    "end": offset + found.end(),
                    "surface": found[0],
                    "value": float(found[0]),
                    "sentence": sentence.strip(),
                }
                rows.append(fact(**cells))
            offset += len(sentence)
    return frame(rows, FACTS)


def _copies(articles: Sequence[Article], facts: pd.DataFrame | None = None) -> pd.DataFrame:
    import pandas as pd

    return pd.DataFrame({"article": [], "original": [], "similarity": []})


def _pairs(
    facts: pd.DataFrame,
    copies: pd.DataFrame,
    dates: Mapping[str, Any],
    kin: Iterable[Any] = (),
    left: object = None,
    groups: object = None,
) -> pd.DataFrame:
    return frame([], PAIRS)


def _big(facts: pd.DataFrame) -> Iterator[Finding]:
    for row in facts[facts["value"] >= 1000].itertuples():
        yield Finding(row.fact, f"{row.surface} is big", expected="999")


def _echo(facts: pd.DataFrame) -> Iterator[Finding]:
    for _, rows in facts.groupby("surface"):
        first, *others = rows.itertuples()
        for row in others:
            if row.article != first.article:
                yield Finding(row.fact, f"{row.surface} again", evidence=(first.fact,), severity="warning")


def _rule(name: str, find: Callable[[pd.DataFrame], Iterable[Finding]]) -> Rule:
    return Rule(name, "error", "article", find, flags=[Case("5000", ["5000"])], passes=[Case("5")])


RULES = {"big-figure": _rule("big-figure", _big), "echo": _rule("echo", _echo)}


def _catalogue(extra: Sequence[str] = ()) -> dict[str, Rule]:
    for name in extra:
        rules_in(name)  # refuses what cannot be loaded
    return dict(RULES)


def _run(
    facts: pd.DataFrame,
    pairs: pd.DataFrame,
    copies: pd.DataFrame,
    select: Iterable[str],
    extra: Sequence[str] = (),
    articles: Iterable[Article] = (),
    implied: Sequence[tuple[str, str]] = (),
    known: pd.DataFrame | None = None,
    evidence: object = None,
) -> pd.DataFrame:
    import pandas as pd

    columns = ["check", "fact", "message", "expected", "evidence", "confidence", "severity"]
    rows = [
        (name, f.fact, f.message, f.expected, f.evidence, f.confidence, f.severity or RULES[name].severity)
        for name in select
        for f in RULES[name].find(facts)
    ]
    return pd.DataFrame(rows, columns=columns)


@pytest.fixture
def stages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand-ins for extraction, matching and rules, in this process only.

    Each run of digits is a figure; `big-figure` (error) flags those of 1000 and more, `echo`
    (warning) a figure that an earlier article has as well.
    """
    monkeypatch.setattr("checks.engines.extraction.extracted", _extract)
    monkeypatch.setattr("checks.matching.copies", _copies, raising=False)
    monkeypatch.setattr("checks.matching.pairs", _pairs, raising=False)
    monkeypatch.setattr("checks.rules.catalogue", _catalogue)
    monkeypatch.setattr("checks.rules.documentation", lambda name, extra=(): {"": f"What {name} does."})
    monkeypatch.setattr("checks.rules.run", _run)


@pytest.fixture
def project(stages: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with the stand-ins in place."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CHECKS_DEBUG", raising=False)
    return tmp_path
