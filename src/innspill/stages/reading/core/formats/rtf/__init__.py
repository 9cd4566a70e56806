"""Rich Text Format (.rtf): our own reader, for libraries lose form fields, notes and what is deleted."""
