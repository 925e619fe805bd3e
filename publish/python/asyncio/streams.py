"""No streams over sockets."""

__all__ = ()
