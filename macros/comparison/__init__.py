"""Two revisions to an edit script. Knows no HTML."""
