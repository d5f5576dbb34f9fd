"""The edit script as open data: the JSON of the contract."""

import json

from macros.comparison.contract import script_data
from macros.comparison.script import EditScript


def script_json(script: EditScript) -> str:
    """The edit script in the form of the contract, the same bytes for the same texts."""
    return json.dumps(script_data(script), ensure_ascii=False, indent=1) + "\n"
