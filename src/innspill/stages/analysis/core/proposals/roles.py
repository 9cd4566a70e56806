from innspill.shared.values import Span
from innspill.stages.analysis.core.values import Proposal


def with_roles(text, span, phrase):
    return Proposal(span, phrase)
