"""やさしい日本語: its sentences, the rules that a program can check, levels of words, readability."""
