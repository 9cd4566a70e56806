"""Handover: the archive package.

In: everything. Happens: originals, JSON Lines, CSV and a manifest with SHA-256 are put into one ZIP.
Out: a package.
"""
