"""What happens to a response, one package per stage, in the order it passes them.

consultations → intake → reading → register → publication → analysis → deciding → reports →
handover. A later stage may ask an earlier one through its `queries`, never the reverse.
"""
