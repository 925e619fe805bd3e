"""The same chain gives the same bytes, picture and words, on every Python: also in Pyodide."""

import json

from tests.chain_bits import FILE, pictures


def test_every_picture_that_is_written_down_is_the_same_to_the_last_byte() -> None:
    kept = json.loads(FILE.read_text(encoding="utf-8"))
    now = pictures()
    for name, digests in kept.items():
        assert digests == now[name], f"{name}: if the change is meant: python -m tests.chain_bits"
