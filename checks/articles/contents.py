"""What a file holds."""

from __future__ import annotations

from dataclasses import dataclass, field

from checks.articles.errors import Unreadable
from checks.model import Article


@dataclass
class Contents:
    """The articles of a file, in order, and a problem for each that could not be read."""

    articles: list[Article] = field(default_factory=list)
    problems: list[Unreadable] = field(default_factory=list)
