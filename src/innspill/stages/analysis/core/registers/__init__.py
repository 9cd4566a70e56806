"""Lists made of a hearing's comments: measures, requirements, what respondents miss."""

from innspill.stages.analysis.core.registers.measures import Measure, measure_key, measures_of
from innspill.stages.analysis.core.registers.missing import Missing, missing_of
from innspill.stages.analysis.core.registers.requirements import Requirement, requirements_of
from innspill.stages.analysis.core.registers.said import Said

__all__ = [
    "Measure",
    "Missing",
    "Requirement",
    "Said",
    "measure_key",
    "measures_of",
    "missing_of",
    "requirements_of",
]
