from __future__ import annotations

import csv
import gzip
import json
from itertools import islice
from pathlib import Path

import pytest

import checks
from benchmarks.corpora import Planted, generate
from benchmarks.corpora.__main__ import main
from benchmarks.corpora.amounts import Amount, Style, drifted, round_to, slipped
from benchmarks.corpora.event import World
from benchmarks.corpora.stories import story
from benchmarks.recall import score


def test_the_same_seed_gives_the_same_articles_however_many() -> None:
    few = list(generate(50, seed=4))
    assert list(islice(generate(400, seed=4), 50)) == few
    assert few != list(generate(50, seed=5))
    assert len({article.id for article, _ in few}) == 50


def test_articles_come_one_at_a_time() -> None:
    assert len(list(islice(generate(10**9), 20))) == 20


def test_texts_are_of_the_length_of_news() -> None:
    lengths = [len(article.text.split()) for article, _ in generate(200)]
    assert min(lengths) >= 140
    assert max(lengths) <= 500


def test_what_is_planted_stands_in_the_text() -> None:
    written = list(generate(600, share=0.5))
    ids = {article.id for article, _ in written}
    planted = [(article, row) for article, rows in written for row in rows]
    for article, row in planted:
        assert row.article == article.id
        assert row.surface in article.text
        assert row.other in {*ids, ""}
    kinds = {row.kind for _, row in planted}
    assert kinds >= {"drift", "drift in a copy", "scale slip", "fallen toll", "parts", "weekday", "shares"}


@pytest.mark.parametrize("share", [0.05, 0.3])
def test_the_share_of_stories_with_a_conflict(share: float) -> None:
    stories = [story(0, number, share) for number in range(2000)]
    assert sum(any(rows for _, rows in told) for told in stories) / 2000 == pytest.approx(share, abs=0.02)
    assert sum(len(told) == 1 for told in stories) / 2000 == pytest.approx(0.6, abs=0.04)


def test_the_world_is_one() -> None:
    assert World(1).level("sales", 7, 2023, 1e6, 1e9) == World(1).level("sales", 7, 2023, 1e6, 1e9)
    assert World(1).level("sales", 7, 2023, 1e6, 1e9) != World(2).level("sales", 7, 2023, 1e6, 1e9)


@pytest.mark.parametrize(
    ("amount", "style", "printed"),
    [
        (Amount(4.87e9, "$"), Style(), "$4.87 billion"),
        (Amount(4.87e9, "$"), Style(short=True, rough=True), "$4.9bn"),
        (Amount(320_000, "£"), Style(), "£320,000"),
        (Amount(8115), Style(rough=True), "8,120"),
        (Amount(12.5, unit="%", places=1), Style(" per cent"), "12.5 per cent"),
        (Amount(90, unit="megawatts"), Style(), "90 megawatts"),
    ],
)
def test_amounts_as_printed(amount: Amount, style: Style, printed: str) -> None:
    assert amount.printed(style) == printed


def test_slips() -> None:
    r = World(0).dice("drift")
    for number in (7, 23, 90, 1_450, 3.4e6, 8.88e9):
        assert abs(drifted(Amount(number), r).number / number - 1) >= 0.149
    assert slipped(Amount(3.2e6, "$")).printed(Style()) == "$3.2 billion"
    assert round_to(2345, 3) == 2350
    assert round_to(0, 3) == 0


def test_files(tmp_path: Path) -> None:
    for name in ("a.jsonl", "a.jsonl.gz", "a.parquet"):
        if name.endswith("parquet"):
            pytest.importorskip("pyarrow")
        main(["30", "--out", str(tmp_path / name), "--share", "1", "--planted", str(tmp_path / "p.csv")])
    plain = (tmp_path / "a.jsonl").read_bytes()
    assert gzip.decompress((tmp_path / "a.jsonl.gz").read_bytes()) == plain
    first = next(generate(1, share=1))[0]
    rows = [json.loads(line) for line in plain.splitlines()]
    assert len(rows) == 30
    assert rows[0] == {
        "id": first.id,
        "title": first.title,
        "date": str(first.date),
        "publisher": first.publisher,
        "text": first.text,
    }
    with (tmp_path / "p.csv").open(newline="") as file:
        table = [Planted(**row) for row in csv.DictReader(file)]
    assert table == [row for _, planted in generate(30, share=1) for row in planted]


def test_most_planted_conflicts_are_caught_and_little_else_is_flagged() -> None:
    """The floor under recall and precision: 0.93 caught and 2 elsewhere when it was set."""
    written = list(generate(120, seed=3, share=0.5))
    flags = checks.check([article for article, _ in written]).flags.astype(str)
    found = score(flags.to_dict("records"), [row._asdict() for _, rows in written for row in rows])
    assert found.planted.total() > 30
    assert found.recall >= 0.8, found.lines()
    assert len(found.elsewhere) <= 6, found.elsewhere
