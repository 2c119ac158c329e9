"""Tunes the small network that hears danger. Done by hand when much was added to the phrases.

Needs torch, which neither the bot nor its training needs: see docs/tuning.md.
"""

FLAGGED = "flag:"  # begins the label of a phrase that reports danger
