"""Damaged and hostile files for every parser, made by Atheris: `make fuzz SECONDS=30`.

`properties.py` is what must always hold, `targets.py` the parsers and their first files, `one.py`
fuzzes one of them, `run.py` all of them. What was found is kept in `found/`, as small as it could
be made, and tests/core/reading/blocks/test_found_by_fuzzing.py reads it in every run of the tests.
"""
