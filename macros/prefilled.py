"""Links that open a calculator filled in: some of its fields, as a person would type them, or one of its examples."""

import posixpath
from urllib.parse import quote_plus

from calculators.link import encode
from calculators.registry import calculator
from calculators.schema import Calculator, Example
from calculators.session import Session, example_state
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
    typed = "&".join(f"{quote_plus(key)}={quote_plus(text)}" for key, text in fields.items())
    return render("ifylld.md", words=words, address=_address(found.id, page, typed))


def example(id: str, name: str, words: str, page: str) -> str:
    """`words` as a link from `page` to the calculator with its example `name` in it."""
    found = calculator(id)
    (wanted,) = (one for one in found.examples if one.name == name)
    return render("ifylld.md", words=words, address=_address(id, page, whole(found, wanted)))


def whole(found: Calculator, example: Example) -> str:
    """What stands after the # of a link that opens the calculator with everything that the example gives."""
    return encode(Session(found, example_state(found, example.name)).document())


def _address(id: str, page: str, filled: str) -> str:
    here = posixpath.splitext(page)[0].removesuffix("index")
    return f"{posixpath.relpath(f'kalkylatorer/{id}', here or '.')}/#{filled}"
