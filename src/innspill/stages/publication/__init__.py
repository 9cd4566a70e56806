"""Publication: what the public may see.

In: responses in the register. Happens: personal data is found and withheld with its legal
ground, anything doubtful waits for a person, the rest is frozen as a rendition. Out: renditions.
"""
