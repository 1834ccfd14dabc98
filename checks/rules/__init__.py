"""Stage 5: one file per check, and the machinery that finds and runs them.

`catalogue` lists the rules, `documentation` explains one, `run` asks the selected ones for their
doubts. `rule.py` is the contract that a rule keeps.
"""

from checks.rules.registry import HEADINGS, RuleError, catalogue, documentation
from checks.rules.runner import FINDINGS, run

__all__ = ["FINDINGS", "HEADINGS", "RuleError", "catalogue", "documentation", "run"]
