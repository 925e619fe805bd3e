"""A chain in a page: picture and list, the two views of the same thing."""

from __future__ import annotations

from calculators.chain.graph import Effektkedja
from calculators.chain.listing import groups, heading, loop_lines, size
from calculators.chain.outline import write_lines
from calculators.views.chain.picture import picture
from calculators.views.environment import render

FORMS = ("sida", "mobil")  # what fits in a column of text, and on a phone


def figure(kedja: Effektkedja, id: str) -> str:
    """HTML with the pictures that a reading page needs and the list under them. `id` is unique on the page."""
    pictures = [picture(kedja, f"{id}-{form}", form) for form in FORMS]
    about = {"heading": heading(kedja), "size": size(kedja), "groups": groups(kedja), "loops": loop_lines(kedja)}
    return render("effektkedja.html", pictures=pictures, lines=write_lines(kedja), **about)
