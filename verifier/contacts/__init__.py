"""Raw text → typed contact, disguise undone."""
