from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.recall import main, score

PLANTED = [
    {
        "article": "s1b",
        "surface": "$5 million",
        "checks": "conflicting-value",
        "kind": "drift",
        "other": "s1a",
    },
    {"article": "s2a", "surface": "30%", "checks": "percent-change", "kind": "percent", "other": ""},
]


def flag(**given: str) -> dict[str, str]:
    return {"severity": "error", "surface": "", "sentence": "", "evidence": "", "message": ""} | given


@pytest.mark.parametrize(
    ("found", "caught", "elsewhere"),
    [
        (flag(article="s2a", check="percent-change", surface="30%"), 1, 0),
        (flag(article="n.jsonl#s2a", check="percent-change", sentence="It rose 30% to 9."), 1, 0),
        (flag(article="s2a", check="conflicting-value", surface="30%"), 0, 0),
        (flag(article="s2a", check="percent-change", surface="9%"), 0, 1),
        (flag(article="s2a", check="percent-change", surface="9%", severity="notice"), 0, 0),
        (flag(article="s2a", check="unsourced-figure", surface="9%"), 0, 0),
        (flag(article="s1a", check="conflicting-value", evidence='s1b:3 "$5 million"'), 1, 0),
        (flag(article="s8a", check="conflicting-value", evidence='s9:1 "2" | s1b:3 "$5 million"'), 0, 0),
        (flag(article="s8a", check="conflicting-value", evidence='s9:1 "2"'), 0, 1),
    ],
)
def test_what_counts(found: dict[str, str], caught: int, elsewhere: int) -> None:
    result = score([found], PLANTED)
    assert (result.caught.total(), len(result.elsewhere)) == (caught, elsewhere)
    assert result.recall == caught / 2


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "p.csv").write_text(
        "article,surface,checks,kind,other\ns2a,30%,percent-change,percent,\ns3a,9,x,percent,\n"
    )
    (tmp_path / "f.csv").write_text(
        "article,check,severity,surface,sentence,evidence,message\ns2a,percent-change,error,30%,,,no\n"
    )
    main([str(tmp_path / "f.csv"), str(tmp_path / "p.csv"), "--show", "2"])
    assert capsys.readouterr().out.splitlines()[-1].startswith("all                     1 of      2 = 0.500")
