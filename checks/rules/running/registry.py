"""Finding the rules: the modules of this folder that hold a `RULE`."""

from __future__ import annotations

import inspect
import pkgutil
import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from types import ModuleType

from checks.rules.rule import Rule
from checks.rules.running.guarded import RuleError, guarded

#: The parts of a rule's docstring, in order.
HEADINGS = ("What it flags", "Why it matters", "What it leaves alone")
#: A heading stands on a line of its own, underlined or followed by a colon as the author likes.
_HEADING = re.compile(rf"(?m)^({'|'.join(HEADINGS)})(?::|\n-+)?$")


def catalogue(extra: Sequence[str] = ()) -> dict[str, Rule]:
    """The rules by id, in order of id: those of this package and of the modules named in `extra`.

    A name in `extra` may be a module with a `RULE` or a package of such modules. Raises RuleError
    if a module cannot be loaded or holds no rule, if a rule's id is not its file's name in
    kebab-case, or if two rules share an id. A rule of `extra` raises nothing but RuleError when it runs.
    """
    ours = _modules(())
    return {
        name: module.RULE if name in ours else guarded(module.RULE, module)
        for name, module in sorted(_modules(tuple(extra)).items())
    }


def rules_in(name: str) -> list[str]:
    """The ids of the rules in the module or package called `name`; raises RuleError as `catalogue`."""
    catalogue((name,))
    return sorted(module.RULE.id for module in _named(name))


def documentation(rule_id: str, extra: Sequence[str] = ()) -> dict[str, str]:
    """The three parts of a rule's docstring by heading, each as paragraphs of plain text.

    The key "" holds the summary line. Raises KeyError for an unknown rule and RuleError where a
    heading is missing.
    """
    module = _modules(tuple(extra))[rule_id]
    pieces = _HEADING.split(inspect.cleandoc(module.__doc__ or ""))
    bodies = [inspect.cleandoc("\n" + piece).strip() for piece in pieces[::2]]
    parts = dict(zip(("", *pieces[1::2]), bodies, strict=True))
    missing = [h for h in HEADINGS if not parts.get(h)]
    if missing or not parts[""]:
        raise RuleError(f"{module.__name__}: its docstring lacks {', '.join(missing) or 'a summary'}")
    return parts


@cache
def _modules(extra: tuple[str, ...]) -> dict[str, ModuleType]:
    found: dict[str, ModuleType] = {}
    for module in (*_built_in(), *(m for name in extra for m in _named(name))):
        rule = module.RULE
        own = module.__name__.rpartition(".")[2].replace("_", "-")
        if not isinstance(rule, Rule):
            raise RuleError(f"{module.__name__}: RULE is {type(rule).__name__}, not a Rule")
        if rule.id != own:
            wrong = f"its rule calls itself {rule.id!r}, its file says {own!r}"
            raise RuleError(f"{module.__name__}: {wrong}; they have to agree")
        if found.get(own, module) is not module:
            raise RuleError(f"{module.__name__} and {found[own].__name__}: two rules called {own!r}")
        found[own] = module
    return found


def _built_in() -> Iterator[ModuleType]:
    import checks.rules as package

    for info in pkgutil.iter_modules(package.__path__):
        module = import_module(f"{package.__name__}.{info.name}")
        if hasattr(module, "RULE"):
            yield module
        elif len(_HEADING.split(inspect.cleandoc(module.__doc__ or ""))) > 1:
            raise RuleError(f"{module.__name__} is documented as a rule but holds no RULE")


def _named(name: str) -> list[ModuleType]:
    """The modules with a RULE that `name` stands for. Whatever goes wrong inside one is a RuleError."""
    try:
        module = import_module(name)
        inside = [
            import_module(f"{name}.{info.name}")
            for info in pkgutil.iter_modules(getattr(module, "__path__", ()))
        ]
    except Exception as error:
        wrong = f"{type(error).__name__}: {error}"
        missing = error.name if isinstance(error, ModuleNotFoundError) else None
        itself = missing is not None and f"{name}.".startswith(f"{missing}.")
        advice = "; install it, or put it beside pyproject.toml" if itself else ""
        raise RuleError(f"{name!r} cannot be loaded ({wrong}){advice}") from error
    found = [m for m in (module, *inside) if hasattr(m, "RULE")]
    if not found:
        raise RuleError(f"{name!r} holds no RULE")
    return found
