"""No processes."""

__all__ = ()
