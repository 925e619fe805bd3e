"""No processes; only what others name in their signatures."""

PIPE, STDOUT, DEVNULL = -1, -2, -3
