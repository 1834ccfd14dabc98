from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from checks.flags.result import Result
from checks.reports.formats import Report
from checks.tables import FLAGS, frame

FLAG = {
    "flag": "f1",
    "check": "percent-change",
    "severity": "error",
    "confidence": 0.9,
    "article": "news/a b.md",
    "line": 3,
    "column": 9,
    "start": 40,
    "end": 43,
    "surface": "35%",
    "message": "from 3 to 4 is\na rise of 33.3%, not 35%",
    "expected": "33.3%",
    "evidence": 'news/a b.md:3 "3" | c.md:1 "4"',
    "sentence": "It rose 35% to 4 from 3.",
    "verdict": "",
    "note": "",
}


@pytest.fixture
def report(facts_table: Callable[..., pd.DataFrame]) -> Callable[..., Report]:
    """Makes a report of flags given as the cells that differ from those of an error on `35%`."""

    def make(*flags: dict[str, Any], **more: Any) -> Report:
        table = frame([FLAG | flag for flag in flags], FLAGS)
        copies = pd.DataFrame({"article": [], "original": [], "similarity": []})
        result = Result(
            facts_table({}), table, pd.DataFrame(), copies, articles=1, parts=more.pop("parts", {})
        )
        return Report(result, more.pop("focus", frozenset(table["flag"])), **more)

    return make
