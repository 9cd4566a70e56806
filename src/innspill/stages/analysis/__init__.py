"""Analysis: what they say.

In: renditions. Happens: answers are divided into comments; stance, proposals and duplicates are
suggested with grounds. Out: comments with suggestions, and people's judgements beside them.
"""
