"""The screens of the portal, one module each: parse, ask one query, render."""
