"""Brands, official contacts, statements and their proof: the file format, loading, looking up, linting."""
