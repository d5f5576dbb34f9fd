"""What is done around the built pages: open data, checks of the built folder, the swap."""
