"""Pictures of chains to the last byte, as digests: python -m tests.chain_bits writes them down.

Written on CPython 3.11 and kept in tests/cases/kedjor.json. Run it again when a change of a picture is meant.
"""

from __future__ import annotations

import hashlib
import json

from calculators.chain.checks import checks
from calculators.chain.examples import example, ids
from calculators.chain.graph import Effektkedja
from calculators.chain.layout import FORMS
from calculators.views.chain.files import exported, in_words
from tests.published import CASES
from tests.scattered import scattered

FILE = CASES / "kedjor.json"
TEXTS = ("drawio", "mermaid", "csv", "rader", "json", "checks")


def pictures() -> dict[str, dict[str, str]]:
    """A digest of each picture, text and list of questions, of the examples and of chains that nobody would draw."""
    kedjor = {id: example(id) for id in ids()} | {f"slump-{seed}": scattered(seed, 10 * seed) for seed in range(1, 7)}
    return {name: _digests(kedja) for name, kedja in kedjor.items()}


def _digests(kedja: Effektkedja) -> dict[str, str]:
    found = {form: exported(kedja, "svg", form) for form in FORMS}
    found |= {what: exported(kedja, what) for what in TEXTS}
    found["ord"] = in_words(kedja).encode() + repr(checks(kedja)).encode()
    return {what: hashlib.sha256(made).hexdigest()[:16] for what, made in found.items()}


if __name__ == "__main__":
    FILE.write_text(json.dumps(pictures(), indent=1) + "\n", encoding="utf-8")
