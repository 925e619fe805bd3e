"""What a person fills in, on a page that is printed and in the file that is made from it."""

from macros.markup import render


def field(label: str, lines: int = 1, help: str = "") -> str:
    """A label, and room to write `lines` lines under it."""
    return render("falt.md", label=label, lines=lines, help=help)


def ticks(label: str, *options: str) -> str:
    """A label with boxes to tick."""
    return render("kryss.md", label=label, options=options)


def table(caption: str, columns: list[str], rows: int | list[str]) -> str:
    """A table to fill in: as many empty rows as `rows` says, or one for each of its words."""
    names = [""] * rows if isinstance(rows, int) else rows
    return render("tabell.md", caption=caption, columns=columns, names=names, named=not isinstance(rows, int))


def slips(count: int, *prompts: str) -> str:
    """Slips of paper to cut apart, each with the same questions."""
    return render("lappar.md", count=count, prompts=prompts)
