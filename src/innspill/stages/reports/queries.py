"""Queries of reports: the only way that others read this stage."""
