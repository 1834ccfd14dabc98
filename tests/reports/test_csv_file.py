from __future__ import annotations

import math
import os
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.errors import UserError
from checks.reports.csv_file import number, read, refuse, write
from checks.tables import FACTS


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (4.9e9, "4900000000"),
        (0.036, "0.036"),
        (math.inf, "inf"),
        (-math.inf, "-inf"),
        (1e22, "1e+22"),
        (0.0, "0"),
    ],
)
def test_numbers(value: float, text: str) -> None:
    assert number(value) == text


@given(st.floats(allow_nan=False))
def test_numbers_read_back(value: float) -> None:
    assert float(number(value)) == value


def test_facts_read_back_the_same(facts_table: Callable[..., pd.DataFrame], tmp_path: Path) -> None:
    facts = facts_table(
        {
            "value": 4.9e9,
            "low": -math.inf,
            "high": math.inf,
            "vague": True,
            "surface": "$4.9 “bn”, or\n\r\n so",
        },
        {"value": float("nan"), "kind": "date", "surface": "NA", "entities": "nan", "unit": "None"},
        {"value": 0.1 + 0.2, "value_to": 1e-7, "sentence": 'He said "5"'},
    )
    path = tmp_path / "facts.csv"
    write(facts, path)
    pd.testing.assert_frame_equal(read(path, FACTS), facts)
    content = path.read_bytes()
    assert content.startswith(b"fact,article,line,")
    assert b",4900000000,," in content
    write(read(path, FACTS), path)
    assert path.read_bytes() == content


def test_an_empty_table_has_its_header(facts_table: Callable[..., pd.DataFrame], tmp_path: Path) -> None:
    path = tmp_path / "facts.csv"
    write(facts_table(), path)
    assert path.read_text() == ",".join(FACTS) + "\n"
    assert read(path, FACTS).empty


def test_a_failed_write_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "flags.csv"
    path.write_text("old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(UserError, match=r"flags\.csv: cannot be written \(No space left on device\)"):
        write(pd.DataFrame({"flag": ["f1"]}), path)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be written"):
        write(pd.DataFrame({"flag": []}), tmp_path / "none" / "flags.csv")


def test_a_link_stays_a_link_and_the_mode_stays(tmp_path: Path) -> None:
    real, link = tmp_path / "real.csv", tmp_path / "flags.csv"
    real.write_text("old")
    real.chmod(0o600)
    link.symlink_to(real)
    write(pd.DataFrame({"flag": ["f1"]}), link)
    assert link.is_symlink()
    assert real.read_text() == "flag\nf1\n"
    assert real.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "not a table of ours"),
        ("fact,article\nx,a\n", "no column line, column, start …"),
        (None, "cannot be read"),
    ],
)
def test_a_file_that_is_no_fact_table(tmp_path: Path, content: str | None, message: str) -> None:
    path = tmp_path / "facts.csv"
    if content is not None:
        path.write_text(content)
    with pytest.raises(UserError, match=message):
        read(path, FACTS)


def test_no_cell_runs_in_a_spreadsheet(facts_table: Callable[..., pd.DataFrame], tmp_path: Path) -> None:
    path = tmp_path / "facts.csv"
    facts = facts_table({"sentence": '=HYPERLINK("http://x") hurt 5', "value": -5.0, "low": -math.inf})
    write(facts, path)
    assert ",-5,,-inf," in path.read_text()
    assert ""","'=HYPERLINK(""http://x"") hurt 5\"""" in path.read_text()
    pd.testing.assert_frame_equal(read(path, FACTS), facts)


@pytest.mark.parametrize("content", ["", "fact,article\n", "\ufeffarticle;fact\n"])
def test_a_table_may_be_written_over(tmp_path: Path, content: str) -> None:
    path = tmp_path / "facts.csv"
    refuse(path, "fact")
    path.write_text(content)
    refuse(path, "fact")


def test_what_may_not_be_written_over(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("A factor of 5.\n")
    with pytest.raises(UserError, match=r"a\.txt: is no table of ours; give another file"):
        refuse(article, "fact")
    with pytest.raises(UserError, match="there is no folder"):
        refuse(tmp_path / "none" / "facts.csv")
    for path in (Path(os.devnull), tmp_path):
        with pytest.raises(UserError, match="it is no ordinary file"):
            refuse(path)
