"""Latin letters as they are named aloud: NPO えぬぴーおー."""

import re

_NAMES = """
えー びー しー でぃー いー えふ じー えいち あい じぇー けー える えむ
えぬ おー ぴー きゅー あーる えす てぃー ゆー ぶい だぶりゅー えっくす わい ぜっと
"""
_OF_LETTERS = dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", _NAMES.split(), strict=True))


def letters_named(text: str) -> str:
    """The text with its Latin letters written as their names."""
    return re.sub("[A-Za-z]", lambda letter: _OF_LETTERS[letter[0].upper()], text)
