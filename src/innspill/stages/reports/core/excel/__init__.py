"""The figures and remarks as an Excel workbook."""
