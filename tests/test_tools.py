from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

from checks import Article

ROOT = Path(__file__).parent.parent


def tool(name: str) -> dict[str, Any]:
    return runpy.run_path(str(ROOT / "tools" / f"{name}.py"))


def test_thresholds(tmp_path: Path) -> None:
    lines = tool("ci_thresholds")["lines"]
    seeds = tmp_path / "seeds.txt"
    seeds.write_text("found 41/41; value 41; bound 41; unit 40; measure 39; sourcing 39; extra 10\n")
    assert all(passed for passed, _ in lines([seeds]))
    seeds.write_text("found 40/41; value 41; bound 41; unit 40; measure 39; sourcing 39; extra 11\n")
    assert [text.split()[2] for passed, text in lines([seeds]) if not passed] == ["found", "extra"]
    figures = tmp_path / "figures.txt"
    figures.write_text(
        "quantulum3  value        P 0.9 R 0.9 F1 0.99\nchecks      value        P 0.9 R 0.8 F1 0.875\n"
        "checks      value+unit   P 0.9 R 0.9 F1 0.930\n"
    )
    assert [text.split() for _, text in lines([figures])] == [
        ["FAIL", "figures", "value", "0.875", ">=", "0.965"],
        ["PASS", "figures", "value+unit", "0.93", ">=", "0.92"],
        ["FAIL", "figures", "value+bound", "missing", ">=", "0.92"],
    ]


def test_alarms_may_be_few_and_catches_many(tmp_path: Path) -> None:
    lines = tool("ci_thresholds")["lines"]
    planted = tmp_path / "planted.txt"
    planted.write_text("all    caught  60/ 76 = 0.789   false alarms   3/116 = 0.026\n")
    assert [passed for passed, _ in lines([planted])] == [False, False]
    alarms = tmp_path / "alarms.txt"
    alarms.write_text(
        "headlines all  1/ 941 = 0.001\nnews: 414 articles, 9 figures, 2 flags = 0.5 per 100 articles\n"
    )
    assert [passed for passed, _ in lines([alarms])] == [True, True]


def test_offsets_are_counted_where_they_do_not_give_the_surface() -> None:
    offsets = tool("offsets")
    assert offsets["wrong"]([Article(id="a", text="Sales rose 20% to £5m.")]) == (2, 0)


def test_confidence() -> None:
    article = {
        "id": "a.txt",
        "text": "The navy bought a dock for $610 million. The $610 million dock is in Vale.",
    }
    edit = {"article": "a.txt", "find": "The $610", "put": "The $160"}
    pair = {"articles": [article], "wrong": edit, "expect_surface": ["$160 million"]}
    text = {"document": "Rents rose 4% in Vale.", "summary": "Rents rose 9% in Vale.", "edits": ["9%"]}
    judged = list(tool("confidence")["judged"]([pair, text, text | {"edits": []}]))
    assert [right for _, right in judged] == [True, True, False]
    assert tool("confidence")["table"]([(0.95, True), (0.95, False), (0.65, True)]).splitlines()[2:] == [
        "| 0.6 to 0.7 | 1 | 100% |",
        "| 0.9 and over | 2 | 50% |",
    ]
