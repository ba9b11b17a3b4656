"""Where photos lie, and what they are called there."""

FOLDER = "photos"


def small_photo(name: str) -> str:
    """The same photo as lists show it."""
    return name.removesuffix(".webp") + "-small.webp"
