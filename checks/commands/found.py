"""What a check found, however it was done: before verdicts, and with them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checks.commands.unseen import Unseen
    from checks.flags.result import Result
    from checks.model import Article


@dataclass(frozen=True)
class Found:
    """The result of a run over the articles called `ids`, or over those in the files called so.

    `articles` is empty where they are too many to be held; `unread` paths gave none. `write_facts` puts the
    fact table into a file, `write_flags` the flags into Parquet files, where they are to go there.
    """

    result: Result
    articles: list[Article]
    ids: Collection[str]
    unread: int
    write_facts: Callable[[], None]
    write_flags: Callable[[], None] | None = None


@dataclass(frozen=True)
class Checked:
    """What a run found, with the verdicts of `flags_file`.

    `rules` are those that ran; `unread` paths gave no article, `new` flags were not in the file, `dropped`
    reviewed ones no longer occur; `unseen` tells which earlier flags this run could not have raised.
    """

    articles: list[Article]
    result: Result
    rules: list[str]
    flags_file: Path
    unseen: Unseen
    unread: int
    new: int
    dropped: int
