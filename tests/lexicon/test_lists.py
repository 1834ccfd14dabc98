"""What holds of every list of the lexicon."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest

from checks.lexicon import lists

FILES = [file.name for file in files("checks.lexicon").iterdir()]
NAMES = sorted(name.removesuffix(".toml") for name in FILES if name.endswith(".toml"))


def arrays(data: Any, path: str = "") -> Iterator[tuple[str, list[Any]]]:
    """Every array in `data` with the keys that lead to it."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from arrays(value, f"{path}.{key}")
    elif isinstance(data, list):
        yield path, data


@pytest.mark.parametrize("name", NAMES)
def test_no_array_has_an_entry_twice(name: str) -> None:
    for path, entries in arrays(lists(name)):
        repeated = [entry for entry, times in Counter(map(str, entries)).items() if times > 1]
        assert not repeated, f"{name}{path}"
