"""Links that open a calculator with some of its fields filled in, as a person would type them."""

import posixpath
from urllib.parse import quote_plus

from calculators.registry import calculator
from calculators.wire import from_flat
from calculators.wire.flat import declared_keys
from macros.markup import render


def link(id: str, words: str, page: str, fields: dict[str, str]) -> str:
    """`words` as a link from `page` (a path under docs) to the calculator with these texts in its fields.

    Raises ValueError for a field that isn't there, and for a text that its field would answer with a fault.
    """
    found = calculator(id)
    strange = [key for key in fields if not declared_keys(found.inputs).fullmatch(key)]
    if strange:
        raise ValueError(f"ifylld: {id} has no field {', '.join(strange)}")
    wrong = [f"{f.field}: {f.message}" for f in from_flat(found, fields).faults if f.field in fields]
    if wrong:
        raise ValueError(f"ifylld: {id}: {'; '.join(wrong)}")
    here = posixpath.splitext(page)[0].removesuffix("index")
    address = posixpath.relpath(f"kalkylatorer/{found.id}", here or ".")
    typed = "&".join(f"{quote_plus(key)}={quote_plus(text)}" for key, text in fields.items())
    return render("ifylld.md", words=words, address=f"{address}/#{typed}")
