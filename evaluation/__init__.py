"""How well the analysis does on labelled answers that were written for it. README.md beside this."""
