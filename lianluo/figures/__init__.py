"""Figures: every number is a view of records, and opens into them."""
