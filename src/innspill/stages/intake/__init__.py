"""Intake: raw bytes stored first, never changed.

In: files, through a folder or an upload. Happens: bytes made durable under their SHA-256, then
one transaction: numbered delivery, journal line, receipt. Out: deliveries with their items.
"""
