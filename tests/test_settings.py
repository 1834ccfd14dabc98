from __future__ import annotations

from pathlib import Path

import pytest

from checks.settings import Settings, SettingsError, load


def project(folder: Path, toml: str) -> Path:
    (folder / "pyproject.toml").write_text(toml, encoding="utf-8")
    return folder


def test_defaults_where_no_project_says_anything(tmp_path: Path) -> None:
    assert load(tmp_path) == Settings(root=tmp_path)


def test_settings_of_the_nearest_project_with_a_table(tmp_path: Path) -> None:
    project(tmp_path, '[tool.checks]\npaths = ["news"]\nfail-on = "error"\npytest = true\n')
    inner = tmp_path / "part"
    inner.mkdir()
    project(inner, "[project]\nname = 'part'\n")
    found = load(inner)
    assert found == Settings(root=tmp_path, paths=("news",), fail_on="error", pytest=True)
    assert found.file(found.flags) == tmp_path / "flags.csv"


def test_tables_of_rules(tmp_path: Path) -> None:
    severity = '[tool.checks.severity]\nx = "notice"\ny = "off"\n'
    ignores = '[tool.checks.per-path-ignores]\n"a/*" = ["x", "y"]\n'
    found = load(project(tmp_path, severity + ignores))
    assert found.severity == {"x": "notice", "y": "off"}
    assert found.per_path_ignores == {"a/*": ("x", "y")}


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ("[tool.checks\n", "not valid TOML"),
        ("[tool]\nchecks = 3\n", "tool.checks must be a table"),
        ("[tool.checks]\npath = ['a']\n", "no setting 'path'; did you mean 'paths'?"),
        ("[tool.checks]\nfail_on = 'error'\n", "did you mean 'fail-on'?"),
        ("[tool.checks]\nzzz = 1\n", "it knows baseline, cache, columns, evidence, exclude, facts"),
        ("[tool.checks]\npaths = 'a'\n", "paths must be a list of strings"),
        ("[tool.checks]\npaths = [1]\n", "paths must be a list of strings"),
        ("[tool.checks]\npytest = 'yes'\n", "pytest must be true or false"),
        ("[tool.checks]\nfacts = 1\n", "facts must be a string"),
        ("[tool.checks]\njobs = true\n", "jobs must be a whole number"),
        ("[tool.checks]\njobs = -1\n", "jobs must be a whole number"),
        ("[tool.checks]\nfail-on = 'always'\n", "fail-on must be one of error, warning, notice, never"),
        ("[tool.checks]\nseverity = 'off'\n", "tool.checks.severity must be a table: [tool.checks.severity]"),
        ("[tool.checks.severity]\nx = 'of'\n", "severity of x cannot be 'of'; did you mean 'off'?"),
        ("[tool.checks.severity]\nx = 1\n", "cannot be 1; it may be error, notice, off, warning"),
        ("[tool.checks.per-path-ignores]\n'a/*' = 'x'\n", 'per-path-ignores "a/*" must be a list of strings'),
        ("[tool.checks.per-path-ignore]\n'a/*' = ['x']\n", "did you mean 'per-path-ignores'?"),
    ],
)
def test_a_broken_table_is_one_clear_line(tmp_path: Path, toml: str, message: str) -> None:
    with pytest.raises(SettingsError) as error:
        load(project(tmp_path, toml))
    text = str(error.value)
    assert str(tmp_path / "pyproject.toml") in text
    assert message in text
    assert "\n" not in text


def test_a_file_that_is_not_utf8(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_bytes(b"[tool.checks]\nmodel = '\xe9'\n")
    with pytest.raises(SettingsError, match="not valid TOML"):
        load(tmp_path)
