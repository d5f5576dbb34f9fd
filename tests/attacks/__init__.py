"""Attacks: what a contribution to `docs/` and `data/` could carry, and what must become of it.

Nothing of it runs, the last good site stays byte for byte, and the finding says where and what to do.
"""
