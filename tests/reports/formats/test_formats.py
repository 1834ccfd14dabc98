from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable

import pytest

from checks.reports.formats import FORMATS, Report, render

Make = Callable[..., Report]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_tells_a_flag_or_none(report: Make, name: str) -> None:
    assert "35%" in render(name, report({}))
    assert "35%" not in render(name, report())


def test_json_holds_all_flags_and_says_which_count(report: Make) -> None:
    told = json.loads(render("json", report({}, {"flag": "f2", "verdict": "fine"}, focus={"f1"})))
    assert {k: told[k] for k in ("articles", "figures", "checkable", "suppressed")} == {
        "articles": 1, "figures": 1, "checkable": 1, "suppressed": 0,
    }  # fmt: skip
    assert [(f["flag"], f["line"], f["verdict"], f["counts"]) for f in told["flags"]] == [
        ("f1", 3, "", True),
        ("f2", 3, "fine", False),
    ]


def test_jsonl_is_a_line_a_flag(report: Make) -> None:
    lines = render("jsonl", report({}, {"flag": "f2", "surface": "a\nb"})).splitlines()
    assert [json.loads(line)["surface"] for line in lines] == ["35%", "a\nb"]


def test_csv_runs_nothing_in_a_spreadsheet(report: Make) -> None:
    (row,) = csv.DictReader(io.StringIO(render("csv", report({"surface": "=1+1"}))))
    assert row["surface"].startswith("'")


def test_github_escapes_what_ends_a_command(report: Make) -> None:
    told = render("github", report({"article": "a,b:c.md"}, {"flag": "f2", "verdict": "fine"}))
    assert told == (
        "::error file=a%2Cb%3Ac.md,line=3,endLine=3,col=9,endColumn=12,title=percent-change"
        "::35%25: from 3 to 4 is%0Aa rise of 33.3%25, not 35%25\n"
    )


def test_github_leaves_out_what_does_not_count(report: Make) -> None:
    assert render("github", report({}, focus=())) == ""


def test_a_figure_over_two_lines_ends_on_the_second(report: Make) -> None:
    assert ",line=3,endLine=4,col=9,endColumn=8," in render("github", report({"surface": "$4\nbillion"}))


def test_gitlab_takes_the_id_for_its_fingerprint(report: Make) -> None:
    (told,) = json.loads(render("gitlab", report({"severity": "notice"}, {"flag": "f2", "verdict": "fine"})))
    assert (told["fingerprint"], told["severity"]) == ("f1", "info")
    assert told["location"] == {"path": "news/a b.md", "lines": {"begin": 3}}


def test_a_document_without_lines_is_cited_by_its_parts(report: Make) -> None:
    told = report(
        {"article": "a.pdf", "evidence": 'b.docx:2 "3"'}, parts={"a.pdf": "page", "b.docx": "paragraph"}
    )
    assert render("github", told).startswith("::error file=a.pdf,title=percent-change::page 3, 35%25: ")
    assert json.loads(render("gitlab", told))[0]["description"].startswith("page 3, 35%: ")
    (result,) = json.loads(render("sarif", told))["runs"][0]["results"]
    assert result["message"]["text"].startswith("page 3, 35%: ")
    assert "region" not in result["locations"][0]["physicalLocation"]
    assert result["relatedLocations"][0]["message"]["text"] == "paragraph 2, 3"
