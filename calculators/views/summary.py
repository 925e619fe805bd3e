"""What holds the result back, or is missing in it: in a sentence that says where."""

from __future__ import annotations

from calculators.fault import Fault
from calculators.kalkyl.document import Block, block_id
from calculators.schema import fields_of
from calculators.swedish import counted
from calculators.views.view import View


def place(view: View, key: str) -> str:
    """The name of the field or the row at a flat key: "Medellön per månad", "N1 Kortare tid per bokning"."""
    head, _, rest = key.partition(".")
    field = fields_of(view.calculator.inputs).get(head)
    if field is None:
        return ""
    number = rest.partition(".")[0]
    if field.kind not in ("rows", "table") or not number.isdecimal():
        return field.label
    rows = getattr(view.inputs, head)
    row = rows[int(number)] if int(number) < len(rows) else None
    words = [getattr(row, "id", ""), getattr(row, "namn", "")]
    return " ".join(filter(None, words)) or f"{field.one.capitalize()} {int(number) + 1}"


def sentence(view: View, fault: Fault) -> str:
    """The fault's message, led by the name of its place where it does not say so itself."""
    where = place(view, fault.field)
    if not where or where.lower() in fault.message.lower():
        return fault.message
    return f"{where}: {fault.message}"


def holding_back(view: View) -> str:
    """Why there is no result, in one sentence for the live region."""
    if view.wrong:
        return f"{counted(len(view.wrong), 'sak', 'saker')} att rätta. {sentence(view, view.wrong[0])}"
    return view.missing[0].message if view.missing else ""


def nothing_yet(view: View) -> bool:
    """No benefit and no cost has got a value: a 0 would pretend to be an answer."""
    blocks = view.inputs.blocks
    return all(without_value(view, side, n, block) for side, n, block in blocks)


def without_value(view: View, side: str, n: int, block: Block) -> bool:
    """Something that the block's value needs is empty, and counts as 0."""
    return block_id(side, n, block) in view.outputs.saknas or any(
        fault.field.startswith(f"{side}.{n}.") for fault in view.missing
    )
