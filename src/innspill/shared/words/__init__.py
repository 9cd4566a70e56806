"""Words that several rooms know somebody by: names, offices, roles, kin, parties. A word is added here once.

Each module says what belongs in it; who uses a list names at its place what it adds and leaves out.
"""
