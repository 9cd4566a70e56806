"""The language model beside the rules: quotes, answers, batches."""
