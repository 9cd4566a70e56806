"""Views where points are decided on: the board, one point, many, reasons and changes."""
