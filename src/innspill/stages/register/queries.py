"""Queries of register: the only way that others read this stage."""
