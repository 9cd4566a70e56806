"""Reading: bytes to blocks with their place, blocks to answers.

In: the items of a delivery. Happens: each file becomes blocks with an origin, the blocks become
answers; what is doubtful becomes a flag. Out: one reading per response document.
"""
