"""The package behind the pages. `define_env` is all that mkdocs-macros sees of it."""

from typing import Any


def define_env(env: Any) -> None:
    """Register the macros; imports stand inside so that importing a floor does not run the whole house."""
    from macros.site.adapter import register  # noqa: PLC0415 (see above)

    register(env)
