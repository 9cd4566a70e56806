"""Invitations: who is written to, what was sent to them, and what became of it.

In: the invited lines of a hearing. Happens: each gets recipients with addresses; letters are
written from templates, queued as mails, and logged. Out: who was invited, reminded, and how far
they have come; personal links that open a draft.
"""
