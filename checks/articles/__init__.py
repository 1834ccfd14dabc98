"""Reading articles: files to text, text to sentences, page furniture told apart."""

from checks.articles.errors import MissingExtra, Unreadable
from checks.articles.files import collect
from checks.articles.readers.rows import has_articles
from checks.articles.reading import container, part_of, read, read_all
from checks.articles.sentences import proper, sentences
from checks.articles.streams import stream

__all__ = [
    "MissingExtra",
    "Unreadable",
    "collect",
    "container",
    "has_articles",
    "part_of",
    "proper",
    "read",
    "read_all",
    "sentences",
    "stream",
]
