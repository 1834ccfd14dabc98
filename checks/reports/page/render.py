"""The page as HTML: the template with its data, its style sheets and its modules inside."""

from __future__ import annotations

import base64
import contextlib
import hashlib
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from checks.errors import UserError
from checks.flags.result import Result
from checks.model import SEVERITIES, Article
from checks.reports.terminal import counts as counted

if TYPE_CHECKING:
    from jinja2 import Environment

_BEGINNING = b"<!doctype html>"
Verdicts = Mapping[str, tuple[str, str]]
#: In the order in which each may use what stands before it.
STYLES = ("base", "layout", "list", "article", "argument", "plots", "corpus", "print")
MODULES = (
    "dom", "model", "filters", "list", "article", "verdicts", "argument",
    "corpus", "printing", "keys", "main",
)  # fmt: skip
_IMPORT = re.compile(r'(?m)^import (\{[^}]*\}) from "\./(\w+)\.js";$')
_EXPORT = re.compile(r"(?m)^export ((?:async )?(?:const|function) (\w+))")


@dataclass(frozen=True)
class Live:
    """A page that gives verdicts: `file` is where they go, `nonce` lets its script and styles run."""

    file: str
    nonce: str


class Page:
    """The page of one run. `rules` are modules with rules of one's own."""

    def __init__(self, result: Result, articles: Sequence[Article], rules: Sequence[str] = ()) -> None:
        from checks.reports.page import data, strip

        rows = data.counts(result, articles)
        self._data = data.block(result, articles, _summaries(result, rules))
        for article, row in zip(self._data["articles"], rows, strict=True):
            article["counts"] = [row.figures, row.checkable, row.sourced, *row.flags]
        self._strip = strip.strip(rows)
        self._folder = _folder([a.id for a in articles])
        self._title = articles[0].id if len(articles) == 1 else "Flags"
        self._summary = counted(len(articles), *result.counts()[:2])
        columns = (result.flags[c].tolist() for c in ("flag", "verdict", "note"))
        self.verdicts: Verdicts = {f: (v, n) for f, v, n in zip(*columns, strict=True) if v or n}
        self._json = ""

    def html(self, verdicts: Verdicts | None = None, live: Live | None = None) -> str:
        """The page, with `verdicts` (and notes, by flag) in place of those of the run; the same each time."""
        from jinja2.utils import htmlsafe_json_dumps
        from markupsafe import Markup

        environment = _environment()
        if not self._json:  # megabytes, and the same for every visit
            self._json = htmlsafe_json_dumps(self._data, **environment.policies["json.dumps_kwargs"])
        style, script = _style(), _script()
        return environment.get_template("page.html").render(
            data=self._json,
            verdicts=self.verdicts if verdicts is None else verdicts,
            title=self._folder or self._title,
            folder=self._folder,
            summary=self._summary,
            severities=SEVERITIES,
            strip=Markup(self._strip),
            live=live,
            style=Markup(style),
            script=Markup(script),
            policy=f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; img-src data:;"
            " base-uri 'none'; form-action 'none'",
        )


def refuse(path: Path) -> None:
    """Raise UserError where `path` holds what is no page: most likely an article, named in its place."""
    with contextlib.suppress(OSError), path.open("rb") as file:
        head = file.read(200).strip()
        if head and not head.lower().startswith(_BEGINNING):
            raise UserError(
                f"{path}: is no page of ours; --html takes the file to write. It was left as it is"
            )


def write(path: Path, page: Page) -> None:
    """Write `page` to `path`, whole or not at all. Raises UserError where it cannot be written."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        # half of a surrogate pair has no UTF-8; the page's JSON reads it as an escape
        beside.write_bytes(page.html().encode("utf-8", "backslashreplace"))
        os.replace(beside, path)
    except OSError as error:
        raise UserError(f"{path}: cannot be written ({error.strerror or error})") from None
    finally:
        beside.unlink(missing_ok=True)


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("checks.reports.page", "."), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "allow_nan": False}
    environment.policies["json.dumps_kwargs"]["separators"] = (",", ":")
    return environment


@cache
def _style() -> str:
    return "\n".join(_read("css", f"{name}.css") for name in STYLES)


@cache
def _script() -> str:
    """The modules as one script, each a function that returns what it exports."""
    return "\n".join(_wrapped(name, _read("js", f"{name}.js")) for name in MODULES)


def _wrapped(name: str, source: str) -> str:
    exported = ", ".join(found[2] for found in _EXPORT.finditer(source))
    body = _EXPORT.sub(r"\1", _IMPORT.sub(r"const \1 = in_\2;", source))
    return f"const in_{name} = (() => {{\n{body}return {{ {exported} }};\n}})();"


def _read(folder: str, name: str) -> str:
    return (files("checks.reports.page") / folder / name).read_text(encoding="utf-8")


def _hash(source: str) -> str:
    digest = hashlib.sha256(source.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _summaries(result: Result, rules: Sequence[str]) -> dict[str, str]:
    from checks.rules import documentation

    return {name: documentation(name, rules)[""] for name in result.flags["check"].unique()}


def _folder(names: Sequence[str]) -> str:
    """The folder that several articles all lie in; empty where there is none."""
    if len(names) < 2:
        return ""
    return os.path.commonpath([os.path.dirname(f"/{name}") for name in names]).strip("/")
