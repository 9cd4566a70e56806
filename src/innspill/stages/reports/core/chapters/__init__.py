"""The chapters of the report, said once and written on any paper: Word, PDF."""
