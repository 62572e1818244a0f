"""Every operator, by its id."""

from bench.quality.defects import claims, contact, dates, page, sections, wording
from bench.quality.defects.model import Operator

OPERATORS: dict[str, Operator] = {
    operator.id: operator
    for module in (contact, dates, sections, wording, claims, page)
    for operator in module.OPERATORS
}
