from __future__ import annotations

from checks.review.stats import table


def test_a_line_per_rule_with_its_precision() -> None:
    verdicts = {"b-rule": ["wrong", "wrong", "fine", "", "perhaps"], "a-rule": [""]}
    rows = [{"check": check, "verdict": v} for check, given in verdicts.items() for v in given]
    assert table(rows).splitlines() == [
        "rule      wrong    fine    open    precision",
        "------  -------  ------  ------  -----------",
        "a-rule        0       0       1            –",
        "b-rule        2       1       2          67%",
        "all           2       1       3          67%",
    ]
    assert table([]) == ""
