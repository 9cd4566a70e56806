"""Subscriptions: who wants to be told by mail of what is new in a hearing."""
