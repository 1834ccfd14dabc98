"""What the tests of figures share: a figure as a line of text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from checks.figures.find import find
from checks.model import Figure


def line(figure: Figure) -> str:
    """`surface | kind | value unit`, the bound before the value, the second end after it."""
    bound = "" if figure.bound == "=" else figure.bound
    to = "" if figure.value_to is None else f"..{figure.value_to:.9g}"
    value = "" if figure.value != figure.value else f"{figure.value:.9g}"
    vague = " vague" if figure.vague else ""
    return f"{figure.surface} | {figure.kind} | {bound}{value}{to} {figure.unit}".rstrip(" |") + vague


@pytest.fixture(scope="session")
def shown() -> Callable[[str], list[str]]:
    """All figures of a text as lines, dates and times left out."""

    def show(text: str) -> list[str]:
        return [line(f) for f in find(text, dt.date(2026, 2, 27)) if f.kind not in ("date", "time")]

    return show
