"""No cache of compiled templates is needed where all are compiled."""


class BytecodeCache:
    """Not used."""


class FileSystemBytecodeCache(BytecodeCache):
    """Not used."""


class MemcachedBytecodeCache(BytecodeCache):
    """Not used."""
