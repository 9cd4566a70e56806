"""Drafting: what respondents are writing, before they hand it in.

In: a hearing, and what people type, tick and attach, alone or together. Happens: each answer is
kept with its history, under a link that needs no account. Out: the form filled in, as the file
that intake receives; and what the respondent may still change or take back.
"""
