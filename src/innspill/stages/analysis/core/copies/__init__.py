"""The same and nearly the same: what several senders say in common. Plain lists in and out.

`worded` makes numbers of texts, `letters` finds what many have in common, `covers` holds every
text against it, `find` joins the three, `parts` finds passages in texts that are otherwise
different, and `differs` shows what each says on its own. docs/decisions/0033.
"""
