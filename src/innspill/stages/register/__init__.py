"""Register: who sent it, and which response stands.

In: readings. Happens: the sender is held against the invited bodies, a later response of the
same sender supersedes, late ones are flagged. Out: numbered responses with their senders.
"""
