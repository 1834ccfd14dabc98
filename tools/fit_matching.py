"""Fit the weights by which figures of a retelling are matched, and write checks/lexicon/retelling.toml.

Usage: python tools/fit_matching.py SUMMARIES.jsonl

Each line of SUMMARIES holds {"id", "document", "summary", "numeric_edits": [[old, new], ...]}. A figure of a
summary and a figure of its document are one where their values agree or, for an edited figure, where the
document's has the digits that the edit replaced; all other figures of the document of like kind are others.
The model is a logistic regression (ridge, by Newton's method), judged on documents it was not fitted on.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np

import checks
from checks.matching import agreement, retelling
from checks.matching.comparable import FINER, Row, rows, weights

TARGET = Path(__file__).parent.parent / "checks" / "lexicon" / "retelling.toml"
FOLDS, RIDGE, STEPS = 5, 1.0, 50


def examples(path: Path) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any], list[str], list[str]]:
    """Features (a row per pair), labels (0 or 1), the document of each pair, and the features' names."""
    lines = [json.loads(line) for line in path.open(encoding="utf-8")]
    documents: dict[str, str] = {}
    articles = []
    for line in lines:
        if line["document"] not in documents:
            documents[line["document"]] = f"document {len(documents)}"
            articles.append(checks.Article(id=documents[line["document"]], text=line["document"]))
        articles.append(checks.Article(id=line["id"], text=line["summary"]))
    of: dict[str, list[Row]] = defaultdict(list)
    for row in rows(checks.extract(articles)):
        of[row.article].append(row)
    values, labels, groups, names = [], [], [], []
    for line in lines:
        document = documents[line["document"]]
        weight = weights(of[document] + of[line["id"]])
        old = {_digits(new): _digits(before) for before, new in line["numeric_edits"]}
        for fact in of[line["id"]]:
            if fact.kind == "date" and fact.unit in FINER:
                continue  # retellings are not searched for these
            others = [o for o in of[document] if retelling.kindred(o) == retelling.kindred(fact)]
            was = old.get(_digits(fact.surface))
            same = [agreement.agree(fact, o) if was is None else _digits(o.surface) == was for o in others]
            if not any(same):
                continue
            for other, label in zip(others, same, strict=True):
                found = retelling.features(fact, other, weight)
                names = list(found)
                values.append(list(found.values()))
                labels.append(float(label))
                groups.append(document)
    return np.array(values), np.array(labels), groups, names


def _digits(text: str) -> str:
    return re.sub(r"[^\d.]", "", text)


def fit(x: np.ndarray[Any, Any], y: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Coefficients of a ridge logistic regression, the bias last."""
    x = np.column_stack([x, np.ones(len(x))])
    at = np.zeros(x.shape[1])
    ridge = np.diag([RIDGE] * (x.shape[1] - 1) + [0.0])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ at))
        step = np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + ridge, x.T @ (y - p) - ridge @ at)
        at = at + step
        if abs(step).max() < 1e-8:
            break
    return at


def area(scores: np.ndarray[Any, Any], y: np.ndarray[Any, Any]) -> float:
    """The area under the ROC curve: how often a true pair scores above a false one."""
    ranks = scores.argsort().argsort() + 1
    ones = y.sum()
    return float((ranks[y == 1].sum() - ones * (ones + 1) / 2) / (ones * (len(y) - ones)))


def main(path: Path) -> None:
    x, y, groups, names = examples(path)
    order = {name: n for n, name in enumerate(dict.fromkeys(groups))}
    fold = np.array([order[g] % FOLDS for g in groups])
    held_out = np.zeros(len(y))
    for n in range(FOLDS):
        at = fit(x[fold != n], y[fold != n])
        held_out[fold == n] = np.column_stack([x[fold == n], np.ones((fold == n).sum())]) @ at
    at = fit(x, y)
    score = area(held_out, y)
    lines = [
        "# Written by tools/fit_matching.py: how the words around two figures tell whether they are one.",
        f'fitted = "{dt.date.today().isoformat()}"',
        f"pairs = {len(y)}",
        f"area_held_out = {score:.3f}",
        f"bias = {at[-1]:.3f}",
        "",
        "[weights]",
        *(f"{name} = {value:.3f}" for name, value in zip(names, at, strict=False)),
    ]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
