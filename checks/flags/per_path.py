"""Rules that are not told of some articles: `[tool.checks.per-path-ignores]`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from fnmatch import translate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


def without_ignored(flags: pd.DataFrame, ignores: Mapping[str, Iterable[str]]) -> pd.DataFrame:
    """`flags` (FLAGS columns) without those of the rules that `ignores` names for their article.

    Its keys are globs of article ids, which are paths from the project's root. One with a slash is matched
    from the root (`drafts/*.md`; `*` matches slashes too), one without is the name of a file or of a
    folder at any depth (`*.md`, `drafts`), as is one that begins with `**/`.
    """
    if not ignores or flags.empty:
        return flags
    patterns = [(_compiled(glob), frozenset(rules)) for glob, rules in ignores.items()]
    ignored = {
        article: frozenset().union(*(rules for pattern, rules in patterns if pattern.match(f"/{article}")))
        for article in flags["article"].unique()
    }
    return flags[[c not in ignored[a] for a, c in zip(flags["article"], flags["check"], strict=True)]]


def _compiled(glob: str) -> re.Pattern[str]:
    glob = glob.removeprefix("./").rstrip("/")
    name = glob.removeprefix("**/")
    anywhere = name != glob or "/" not in glob
    glob = ("*/" if anywhere else "/") + name.removeprefix("/")
    # a folder with its articles, a table with its rows
    return re.compile("|".join(map(translate, (glob, f"{glob}/*", f"{glob}#*"))))
