"""The screens of the desk, one module each: parse, check access, ask or act once, render."""
