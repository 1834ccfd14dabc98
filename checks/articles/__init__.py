"""Reading articles: files to text, text to sentences, page furniture told apart."""

from checks.articles.errors import Unreadable
from checks.articles.files import collect, read
from checks.articles.sentences import sentences

__all__ = ["Unreadable", "collect", "read", "sentences"]
