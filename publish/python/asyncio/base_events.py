"""No loop of its own: the browser has one."""

__all__ = ()
