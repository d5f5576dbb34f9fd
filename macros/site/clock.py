"""The only clock: `SHISHIN_NOW` (ISO 8601), or the present moment in Japan."""

import os
from datetime import datetime, timedelta, timezone

JST = timezone(timedelta(hours=9), "JST")
"""Japan has had no summer time since 1951."""


def now() -> datetime:
    """The moment for which the site is built, in Japan.

    Raises:
        ValueError: where `SHISHIN_NOW` is no ISO date or time.
    """
    given = os.environ.get("SHISHIN_NOW")
    if not given:
        return datetime.now(JST)
    moment = datetime.fromisoformat(given)
    return moment.replace(tzinfo=JST) if moment.tzinfo is None else moment.astimezone(JST)
