"""The easel: the effektkedja of the reader's nyttokalkyl, and everything that she can do to it. Knows no HTML."""
