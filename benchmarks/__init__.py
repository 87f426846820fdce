"""Measurements anybody can repeat: how well disguised links are seen through, and at what cost, beside peers in the same run."""
