"""What a document of the reader's may hold beside the fields of its calculation, by key."""

from __future__ import annotations

CHAIN = "effektkedja"  # the chain that the calculation's rows belong to
DECISIONS = "beslut"  # the calculations that were decided on, the newest last
