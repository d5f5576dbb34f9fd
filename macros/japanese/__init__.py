"""Japanese dates, numbering and signs. Knows no guideline."""
