"""Views of the analysis of one hearing: what the answers say, and what people say of that."""
