"""Flags as the text of a failing test."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import fill
from typing import TYPE_CHECKING, Any

from checks.reports.passage import passage
from checks.reports.terminal import many, printable

if TYPE_CHECKING:
    import pandas as pd


def failure(flags: pd.DataFrame, texts: Mapping[str, str], advice: str) -> str:
    """`flags` (FLAGS columns), each with its paragraph and a caret under the figure, and `advice` below.

    `texts` are those of the articles by id. The first line counts the flags and names their rules: it is all
    that pytest's summary shows.
    """
    head = f"{many(len(flags), 'flag')}: {', '.join(sorted(set(flags['check'])))}"
    told = (_flag(row, texts) for row in flags.to_dict("records"))
    return "\n\n".join([head, *told, advice])


def _flag(flag: Mapping[Any, Any], texts: Mapping[str, str]) -> str:
    place = f"{printable(flag['article'])}:{flag['line']}:{flag['column']}"
    lines = [f"{place}: {flag['severity']} {flag['check']} ({flag['flag']})"]
    if flag["article"] in texts:
        lines += passage(texts[flag["article"]], flag["start"], flag["end"])
    lines.append(fill(printable(flag["message"]), 96, initial_indent="  ", subsequent_indent="  "))
    for title in ("expected", "evidence", "note"):
        if flag[title]:
            lines.append(f"  {title}: {printable(flag[title])}")
    return "\n".join(lines)
