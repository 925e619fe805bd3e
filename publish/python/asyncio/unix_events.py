"""No sockets to wait for. Pyodide's policy for its own loop is made from this one."""

from asyncio.events import BaseDefaultEventLoopPolicy as DefaultEventLoopPolicy

__all__ = ("DefaultEventLoopPolicy",)
