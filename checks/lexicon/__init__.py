"""Word lists, kept as data: one CSV or TOML file a list, read when first asked for."""

from __future__ import annotations

import csv
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `name`.csv as dicts; lines that begin with # are comments.

    Raises FileNotFoundError for an unknown name.
    """
    text = files(__name__).joinpath(f"{name}.csv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return tuple(csv.DictReader(lines))


@cache
def lists(name: str) -> dict[str, Any]:
    """The tables and arrays of `name`.toml.

    Raises FileNotFoundError for an unknown name.
    """
    text = files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
