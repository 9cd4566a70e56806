"""Deciding: what we do with each point.

In: comments. Happens: a person gives each a disposition with a reason, one at a time or many at
once. Out: the disposition that stands for each comment, and what is left.
"""
