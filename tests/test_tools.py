from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent


def tool(name: str) -> dict[str, Any]:
    return runpy.run_path(str(ROOT / "tools" / f"{name}.py"))


def test_thresholds(tmp_path: Path) -> None:
    lines = tool("ci_thresholds")["lines"]
    seeds = tmp_path / "seeds.txt"
    seeds.write_text("found 41/41; value 41; bound 38; unit 39; measure 34; sourcing 34; extra 12\n")
    assert all(passed for passed, _ in lines([seeds]))
    seeds.write_text("found 40/41; value 41; bound 38; unit 39; measure 34; sourcing 34; extra 13\n")
    assert [text.split()[2] for passed, text in lines([seeds]) if not passed] == ["found", "extra"]
    figures = tmp_path / "figures.txt"
    figures.write_text(
        "quantulum3  value        P 0.9 R 0.9 F1 0.99\nchecks      value        P 0.9 R 0.8 F1 0.875\n"
    )
    ((passed, text),) = lines([figures])
    assert not passed
    assert text.split() == ["FAIL", "figures", "value", "F1", "0.875", ">=", "0.88"]
