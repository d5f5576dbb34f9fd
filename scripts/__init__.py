"""The staff's command `shishin`, one file per subcommand."""
