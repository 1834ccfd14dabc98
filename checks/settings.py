"""The `[tool.checks]` table of pyproject.toml, read once and passed along."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Literal, get_args

from checks.errors import UserError, nearest
from checks.model import SEVERITIES, Severity

FailOn = Literal["error", "warning", "notice", "never"]
FAIL_ON: tuple[FailOn, ...] = get_args(FailOn)
Grade = Severity | Literal["off"]
#: what a table of articles has, under these names or those that `columns` gives them
ARTICLE_COLUMNS = ("id", "text", "title", "date", "publisher")
GRADES: tuple[Grade, ...] = (*SEVERITIES, "off")


class SettingsError(UserError):
    """`[tool.checks]` cannot be used as it stands."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a project asks for. Relative paths start at `root`, the folder of its pyproject.toml.

    `paths` are the articles, `exclude` globs left out of them; `select` (empty: all) and `ignore`
    name rules, `rules` modules that hold further ones; `fail_on` is the mildest severity that fails
    a run; `severity` regrades rules or turns them off; `per_path_ignores` has rules to ignore by globs of
    paths; `columns` names the columns of tables of articles that are not called as ours; `facts`, `flags`,
    `references` and `baseline` are files, `evidence` files and folders to rest figures on;
    `model` names a spaCy model; `cache` is a folder for what was read before (empty: none); `jobs` is the
    most processes that read articles (0: one a core); `pytest` says whether a bare `pytest` checks the
    articles too.
    """

    root: Path
    paths: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    fail_on: FailOn = "warning"
    severity: Mapping[str, Grade] = field(default_factory=dict)
    per_path_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    facts: str = "facts.csv"
    flags: str = "flags.csv"
    references: str = ""
    baseline: str = ""
    evidence: tuple[str, ...] = ()
    model: str = ""
    cache: str = ".checks_cache"
    jobs: int = 0
    pytest: bool = False

    @property
    def cache_folder(self) -> Path | None:
        """The folder of the cache; None where there is to be none."""
        return self.file(self.cache) if self.cache else None

    def file(self, name: str) -> Path:
        """`name` as a path, from `root` where it is relative."""
        return self.root / name


def load(folder: Path) -> Settings:
    """The settings that hold in `folder`: of the nearest pyproject.toml with a `[tool.checks]`.

    Looks in `folder`, then in its parents; with none, the defaults with `folder` as root.
    Raises SettingsError for a file that is no TOML, an unknown key or a value of the wrong kind.
    """
    folder = folder.absolute()
    for place in (folder, *folder.parents):
        path = place / "pyproject.toml"
        table = _table(path) if path.is_file() else None
        if table is not None:
            return parse(table, path)
    return Settings(root=folder)


def parse(table: dict[str, Any], path: Path) -> Settings:
    """`table` (the contents of `[tool.checks]` in `path`) as Settings; raises SettingsError."""
    defaults = Settings(root=path.parent)
    known = {f.name.replace("_", "-"): f.name for f in fields(Settings) if f.name != "root"}
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key not in known:
            wrong = f"has no setting {key!r}; {nearest(key, known, 'it knows')}"
            raise SettingsError(f"{path}: [tool.checks] {wrong}")
        values[known[key]] = _value(key, value, getattr(defaults, known[key]), path)
    if values.get("fail_on", "never") not in FAIL_ON:
        raise SettingsError(f"{path}: [tool.checks] fail-on must be one of {', '.join(FAIL_ON)}")
    return Settings(root=path.parent, **values)


def _table(path: Path) -> dict[str, Any] | None:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: not valid TOML ({error}); mend it, or run elsewhere") from None
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read ({error.strerror})") from None
    tool = content.get("tool")
    table = tool.get("checks") if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise SettingsError(f"{path}: tool.checks must be a table: [tool.checks]")
    return table


def _value(key: str, value: object, default: object, path: Path) -> object:
    """`value` if it is of the default's kind, a list made a tuple."""
    if isinstance(default, dict):
        return _table_of(key, value, path)
    if isinstance(default, tuple):
        if isinstance(value, list) and all(isinstance(v, str) for v in value):
            return tuple(value)
        wanted = 'a list of strings, such as ["one", "two"]'
    elif type(value) is type(default) and (not isinstance(value, int) or value >= 0):
        return value
    else:
        kinds = {bool: "true or false", int: "a whole number"}
        wanted = kinds.get(type(default), "a string")
    raise SettingsError(f"{path}: [tool.checks] {key} must be {wanted}, not {value!r}")


def _table_of(key: str, value: object, path: Path) -> dict[str, object]:
    """`value`, a table under [tool.checks], if it holds what the table called `key` may hold."""
    example = {
        "per-path-ignores": '"drafts/*.md" = ["unsourced-figure"]',
        "severity": 'unsourced-figure = "notice"',
        "columns": 'text = "body"',
    }[key]
    if not isinstance(value, dict):
        raise SettingsError(f"{path}: tool.checks.{key} must be a table: [tool.checks.{key}] and {example}")
    out: dict[str, object] = {}
    for name, cell in value.items():
        if key == "per-path-ignores":
            out[name] = _value(f'{key} "{name}"', cell, (), path)
        elif key == "columns":
            if name not in ARTICLE_COLUMNS:
                wrong = nearest(name, ARTICLE_COLUMNS, "an article has")
                raise SettingsError(f"{path}: [tool.checks] columns cannot have {name!r}; {wrong}")
            out[name] = _value(f"columns {name}", cell, "", path)
        elif cell in GRADES:
            out[name] = cell
        else:
            wrong = nearest(str(cell), GRADES, "it may be")
            raise SettingsError(f"{path}: [tool.checks] severity of {name} cannot be {cell!r}; {wrong}")
    return out
