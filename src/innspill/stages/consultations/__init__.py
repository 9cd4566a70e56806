"""Consultations: what is asked, whom, by when.

In: a definition file. Happens: checked, stored as a hearing with its papers, questions and
bodies. Out: the definition as a value, and what is open until when.
"""
