"""Tunes the small network that hears danger, and illnesses told of without their names.

Done by hand when much was added to the phrases. Needs torch, which neither the bot nor its training
needs: see docs/tuning.md.
"""

FLAGGED = "flag:"  # begins the label of a phrase that reports danger
TELLING = "tells:"  # begins that of one that tells of an illness or a medicine without its name
