"""Queries of consultations: the only way that others read this stage."""
