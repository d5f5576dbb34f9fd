"""The only clock: `SHISHIN_NOW` (ISO 8601), or the present moment in Japan."""

import os
from datetime import datetime, timedelta, timezone

JST = timezone(timedelta(hours=9), "JST")
"""Japan has had no summer time since 1951."""

FIRST_YEAR, LAST_YEAR = 2000, 2099
"""Years in which everything that a site writes can be written: packed files, for one, have no seconds after 2106."""


def now() -> datetime:
    """The moment for which the site is built, in Japan.

    Raises:
        ValueError: where `SHISHIN_NOW` is no ISO date or time, or lies outside the years that a site can be made for.
    """
    given = os.environ.get("SHISHIN_NOW")
    if not given:
        return datetime.now(JST)
    moment = datetime.fromisoformat(given)
    try:
        moment = moment.replace(tzinfo=JST) if moment.tzinfo is None else moment.astimezone(JST)
    except OverflowError as error:
        raise ValueError(given) from error
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise ValueError(given)
    return moment
