"""The report as people make it: its outline, its parts, and edited files that come back."""
