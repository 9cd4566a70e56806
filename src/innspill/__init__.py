"""Innspill."""
