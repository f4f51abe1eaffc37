"""What this room registers with the floors below and above it."""


def register() -> None:
    """Called once when the application starts."""
