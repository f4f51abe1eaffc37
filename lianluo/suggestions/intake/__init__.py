"""Suggestions of other systems and of old ledgers, taken in and given out with their whole life."""
