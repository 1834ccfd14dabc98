"""Which facts are compared at all, and what is said of those that are not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd

from checks.matching.blocks import HOT, Blocks, candidates
from checks.matching.comparable import rows

Table = Callable[..., pd.DataFrame]


def found(facts_table: Table, *cells: dict[str, Any]) -> Blocks:
    """The candidates of loans that differ in the given cells."""
    loan = {"kind": "money", "unit": "USD", "measure": "loan", "surface": "$3 billion", "value": 3e9}
    table = facts_table(*(loan | {"fact": f"f{n}", "article": f"{n}.txt"} | c for n, c in enumerate(cells)))
    return candidates(list(rows(table)))


def test_a_small_block_is_compared_in_full(facts_table: Table) -> None:
    blocks = found(facts_table, *[{"sentence": f"Loan {n}."} for n in range(HOT)])
    assert len(blocks.found) == HOT * (HOT - 1) / 2
    assert list(blocks.left().lines()) == []


def test_a_large_block_is_compared_where_an_owner_or_a_rare_word_is_shared(facts_table: Table) -> None:
    many: list[dict[str, Any]] = [{"sentence": f"Loan {n} is here."} for n in range(HOT)]
    pair: list[dict[str, Any]] = [{"sentence": "A loan for Tavria's pier."}, {"sentence": "The pier loan."}]
    owned: list[dict[str, Any]] = [{"entities": "Orsk", "sentence": "A loan."}] * 2
    blocks = found(facts_table, *many, *pair, *owned)
    assert (HOT, HOT + 1) in blocks.found, "a rare word, though nobody owns the loan"
    assert (HOT + 2, HOT + 3) in blocks.found
    assert (HOT, HOT + 2) not in blocks.found
    (note, *_) = blocks.left().lines()
    assert note.startswith(f"1 word or digits (loan) stand in more than {HOT} figures each")


def test_what_is_cut_is_told(facts_table: Table) -> None:
    cells = [{"entities": "Orsk", "sentence": f"Number {n}."} for n in range(2 * HOT)]
    blocks = found(facts_table, *cells)
    assert len(blocks.found) < HOT * len(cells)
    assert len(blocks.cut) == len(cells)
    assert list(blocks.left().lines())[1].startswith(
        f"{2 * HOT} figures of those have an owner in common with more"
    )
