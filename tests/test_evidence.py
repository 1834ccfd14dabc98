"""A draft against its evidence, from end to end."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import checks
from checks.cli import main
from checks.testing import rule_checks

EXAMPLE = Path(__file__).parent.parent / "docs" / "examples" / "evidence"


def against(draft: str, *evidence: str | checks.DataTable) -> checks.Result:
    given = [
        one if isinstance(one, checks.DataTable) else checks.Article(id=f"e{n}.txt", text=one)
        for n, one in enumerate(evidence)
    ]
    return checks.check([checks.Article(id="draft.md", text=draft)], evidence=given)


def source(result: checks.Result, surface: str) -> str:
    row = result.facts.set_index("surface").loc[surface]
    return f"{row['sourcing']} {row['source']}".strip()


def flagged(result: checks.Result) -> list[tuple[str, str]]:
    rules = ("conflicting-value", "scale-slip", "unsupported-figure")
    flags = result.flags[result.flags["check"].isin(rules)]
    return list(zip(flags["check"], flags["surface"], strict=True))


def test_the_walk_through_of_the_docs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(EXAMPLE)
    assert main(["-n", "draft.md", "--evidence", "report.txt", "cargo.csv"]) == 1
    out = capsys.readouterr().out
    assert "nothing in the evidence bears out 25% (timber)" in out
    assert "$6.2 billion is a factor of 1,000 above $6.2" in " ".join(out.split())
    assert "4.9 million" not in out
    assert "12%" not in out


def test_only_the_draft_is_checked_and_in_the_facts() -> None:
    result = against(
        "Sales were $4.2 million.", "Sales were $4.2 million. Turnout was 140%, or 30 of 20 voters."
    )
    assert set(result.facts["article"]) == {"draft.md"}
    assert list(result.flags["check"]) == []
    assert source(result, "$4.2 million") == 'named e0.txt:1 "$4.2 million"'


def test_a_source_of_its_own_is_kept() -> None:
    result = against("Sales were $4.2 million, Orbix said.", "Sales were $4.2 million.")
    assert source(result, "$4.2 million") == "named Orbix"


def test_a_contradiction_flags_the_draft_and_names_the_evidence() -> None:
    result = against("The quake left 43 killed.", "The quake left 43 injured and 12 killed.")
    assert flagged(result) == [("conflicting-value", "43")]
    assert result.flags["evidence"].tolist()[0] == 'e0.txt:1 "12"'


@pytest.mark.parametrize(
    ("draft", "evidence", "sum_of"),
    [
        ("Turnout fell 12% to 440,000.", "Some 440,000 voted, down from 500,000 in 2020.", "12%"),
        ("The firm employs 1,500 people.", "The firm employs 900 people in Leeds and 600 in York.", "1,500"),
        ("Exports doubled, to $8m.", "Exports were $8 million. They were $4 million in 2023.", "doubled"),
    ],
)  # fmt: skip
def test_what_follows_is_borne_out_by_what_it_follows_from(draft: str, evidence: str, sum_of: str) -> None:
    result = against(draft, evidence)
    assert flagged(result) == []
    assert source(result, sum_of).count("e0.txt:1") == 2


def test_a_table_bears_out_by_row_and_column() -> None:
    columns = ["country", "year", "exports (USD million)"]
    rows = [("Norway", 2022, 4500), ("Norway", 2023, 4932), ("Sweden", 2023, 3210)]
    frame = pd.DataFrame(rows, columns=columns)
    result = against(
        "Norway's exports rose 9.6% to $4.9 billion in 2023. Sweden's were $4.9 million.",
        checks.DataTable.of("trade.csv", frame),
    )
    assert flagged(result)[0][1] == "$4.9 million"
    assert len(flagged(result)) == 1
    assert source(result, "$4.9 billion") == 'named trade.csv:3 "4932 USD million"'


@pytest.mark.parametrize(
    ("evidence", "message"),
    [
        ([], "the evidence is empty"),
        ([checks.Article("draft.md", "It sold 5.")], "both checked and evidence"),
        ([checks.Article("copy.md", "Sales were $4 million.\n")], "has the same text as draft.md"),
        ([checks.Article("a", "One."), checks.Article("a", "Two.")], "two pieces of evidence"),
        (["text"], "must be articles and tables"),
    ],
)
def test_evidence_that_cannot_serve(evidence: list[checks.Article], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        checks.check([checks.Article("draft.md", "Sales were $4 million.")], evidence=evidence)


def test_without_evidence_the_rule_is_silent() -> None:
    result = checks.check([checks.Article("draft.md", "Sales were $4 million.")])
    assert "unsupported-figure" not in set(result.flags["check"])


@pytest.mark.parametrize(
    "check", [c for c in rule_checks("checks.rules.unsupported_figure") if "parts" in str(c)], ids=str
)
def test_the_rule_finds_the_same_in_parts(check) -> None:
    check()
