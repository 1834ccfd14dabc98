"""A linter for the figures in news and reports.

    facts = checks.extract([checks.Article(id="a.txt", text="...")])
    result = checks.check(articles)
    result.facts, result.flags, result.open(severity="error")

Importing this package loads neither pandas, spaCy nor quantulum3; the first call that needs them does.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from checks.articles.datatable import DataTable
    from checks.engines.local import check, extract
    from checks.flags.result import Result
    from checks.model import Article, Parts

__version__ = "0.1.0"
__all__ = ["Article", "DataTable", "Parts", "Result", "__version__", "check", "extract"]

_HOMES = {
    "Article": "checks.model",
    "DataTable": "checks.articles.datatable",
    "Parts": "checks.model",
    "Result": "checks.flags.result",
    "check": "checks.engines.local",
    "extract": "checks.engines.local",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_HOMES[name]), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
