"""The only code that writes what people say in reports, or decide in a report's workbook."""

from innspill.stages.reports.texts.actions.deciding import SheetTaken, take_sheet
from innspill.stages.reports.texts.actions.writing import (
    give_back,
    save_outline,
    take_in,
    write_part,
)

__all__ = ["SheetTaken", "give_back", "save_outline", "take_in", "take_sheet", "write_part"]
