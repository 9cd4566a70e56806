"""PDF documents with text: lines, notes, boxes and form fields in reading order."""
