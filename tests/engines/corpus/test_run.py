"""A corpus checked in parts, with files between: the same flags as all at once."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

import checks
from checks import articles as reading
from checks.engines import extraction
from checks.engines.corpus import buckets, columns
from checks.engines.corpus.dataset import Dataset
from checks.engines.corpus.jobs import Job, Record, Stages
from checks.engines.corpus.store import Store
from checks.engines.judging import Asked
from checks.engines.pool import Pool
from checks.engines.workers import Here
from checks.reports import csv_file
from checks.tables import FACTS
from tests.engines.corpus.conftest import ARTICLES, Trial, written

DEADLY = (
    (Path(__file__).parent.parent / "test_pool.py")
    .read_text()
    .partition('MODEL = """')[2]
    .partition('"""')[0]
)


def printed(table: pd.DataFrame) -> pd.DataFrame:
    """A fact table as it reads in a CSV file."""
    return pd.read_csv(io.StringIO(csv_file.printed(table)), keep_default_na=False, dtype=str)


def test_flags_and_facts_are_those_of_a_check_in_memory(trial: Trial, in_memory: checks.Result) -> None:
    told: list[tuple[str, int, int]] = []
    ran = trial.run(progress=lambda *given: told.append(given))
    assert {what for what, done, of in told if done == of == ARTICLES} == {"read", "grouped", "checked"}
    assert len(in_memory.flags) > 5
    pd.testing.assert_frame_equal(trial.flags(ran), in_memory.flags)
    assert tuple(ran.notes) == in_memory.notes
    assert (ran.articles, ran.facts, len(ran.copies)) == (
        ARTICLES,
        len(in_memory.facts),
        len(in_memory.copies),
    )
    pd.testing.assert_frame_equal(trial.facts(), printed(in_memory.facts))


def test_by_several_processes_with_facts_as_parquet_files(
    trial: Trial, in_memory: checks.Result, tmp_path: Path
) -> None:
    with Pool(2) as pool:
        ran = trial.run(pool)
        (tmp_path / "facts").mkdir()
        (tmp_path / "facts" / "checks-of-an-earlier-run.parquet").touch()
        folder = Dataset(str(tmp_path / "facts"), "r1")
        folder.refuse()
        assert trial.last.report(folder) == []
    pd.testing.assert_frame_equal(trial.flags(ran), in_memory.flags)
    table = pd.read_parquet(tmp_path / "facts")
    assert list(table.columns) == list(FACTS)
    assert list(table["fact"]) == list(in_memory.facts["fact"])


def test_a_run_that_was_broken_off_goes_on(
    trial: Trial, in_memory: checks.Result, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[Job] = []
    usual = Stages.__call__

    def until_judging(self: Stages, job: Job) -> Record:
        if job.stage == "judge" and sum(j.stage == "judge" for j in done) == 1:
            raise KeyboardInterrupt
        done.append(job)
        return usual(self, job)

    monkeypatch.setattr(Stages, "__call__", until_judging)
    with pytest.raises(KeyboardInterrupt):
        trial.run()
    again: list[Job] = []
    monkeypatch.setattr(Stages, "__call__", lambda self, job: again.append(job) or usual(self, job))
    ran = trial.run()
    assert not {job.name for job in done} & {job.name for job in again}
    assert {job.stage for job in again} == {"judge"}
    pd.testing.assert_frame_equal(trial.flags(ran), in_memory.flags)


def test_an_article_that_no_process_survives_costs_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "deadly_model.py").write_text(DEADLY)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path), prepend=":")
    given = [
        checks.Article("1", "Sales rose 20% to $25 million, from $22 million a year ago."),
        checks.Article("2", "DEADLY sales of $5 million were reported."),
    ]
    trial = Trial(written(tmp_path / "given.jsonl", given), str(tmp_path / "work"))
    with Pool(1) as pool:
        ran = trial.run(pool, Asked(model="deadly_model"))
    assert ran.lost == ["given.jsonl#2"]
    assert ran.problems[0].startswith("given.jsonl#2 could not be read: the process that did ended")
    assert ran.articles == 2
    assert set(trial.flags(ran)["article"]) == {"given.jsonl#1"}


def test_a_group_that_no_process_survives_costs_its_articles(
    trial: Trial, in_memory: checks.Result, monkeypatch: pytest.MonkeyPatch
) -> None:
    flagged = in_memory.flags["article"].iloc[0]
    usual = buckets.judged

    class Mortal(Here):
        """Dies over what holds one article."""

        def run(self, do, jobs):  # type: ignore[no-untyped-def]
            for job in jobs:
                try:
                    yield job, do(job)
                except SystemError:
                    yield job, None

    def judged(articles, *given):  # type: ignore[no-untyped-def]
        if any(article.id == flagged for article in articles):
            raise SystemError
        return usual(articles, *given)

    monkeypatch.setattr(buckets, "judged", judged)
    ran = trial.run(Mortal())
    flags = trial.flags(ran)
    assert flagged in ran.lost
    assert len(ran.lost) <= 8
    assert len(ran.problems) == len(ran.lost)
    rest = in_memory.flags[~in_memory.flags["article"].isin(ran.lost)]
    pd.testing.assert_frame_equal(flags, rest.reset_index(drop=True))
    assert trial.do.store.told("ended") == {"whole": False}


def test_references_give_sources(corpus: Path, trial: Trial) -> None:
    known = pd.DataFrame(
        {
            "measure": ["sales"], "entities": [""], "period_start": [""], "period_end": [""], "low": [0.0],
            "high": [1e15], "unit": ["USD"], "source": ["The almanac"], "url": [""],
        }
    )  # fmt: skip
    given = reading.read_all(corpus, id=corpus.name).articles
    result = checks.check(given, known)
    ran = trial.run(asked=Asked(references=known))
    pd.testing.assert_frame_equal(trial.flags(ran), result.flags)
    assert list(trial.facts()["source"]) == list(result.facts["source"])


def test_facts_read_before_are_not_read_again(
    trial: Trial, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trial.do = replace(trial.do, cache=tmp_path / "cache")
    first = trial.flags(trial.run())
    trial.do = replace(trial.do, store=Store(str(tmp_path / "again")))
    monkeypatch.setattr(extraction, "_read", lambda articles, *_: iter(()) if not articles else 1 / 0)
    pd.testing.assert_frame_equal(trial.flags(trial.run()), first)


def test_what_cannot_be_read_is_told(trial: Trial, tmp_path: Path) -> None:
    (empty := tmp_path / "empty.txt").write_text("")
    trial.inputs[0] += [(str(empty), "empty.txt"), (str(tmp_path / "gone.txt"), "gone.txt")]
    ran = trial.run()
    assert (ran.articles, len(ran.problems)) == (ARTICLES, 2)


def test_articles_come_back_from_a_table() -> None:
    given = [
        checks.Article("a", "Ten.\nTwenty.", "T", None, "P", checks.Parts("page", (0, 5), 3)),
        checks.Article("b", "Thirty."),
    ]
    assert columns.articles(columns.of_articles(given, 5)) == given
