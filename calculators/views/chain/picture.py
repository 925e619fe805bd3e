"""The picture of a chain as SVG, drawn by the same code in the build, the browser and the tests."""

from __future__ import annotations

from html import escape

from calculators.chain.document import write
from calculators.chain.graph import Effektkedja
from calculators.chain.layout import Drawing, Heading, layout
from calculators.chain.listing import heading, size, write_list
from calculators.chain.palette import COLOURS, EDGE, INK, PAPER, SOFT
from calculators.chain.siffror import INGA, PerLada
from calculators.views.chain.shapes import arrow, box, text

FONT = "'Source Sans 3','Source Sans Pro',Arial,Helvetica,'Liberation Sans',Arimo,sans-serif"


def picture(kedja: Effektkedja, id: str, form: str = "bred", riktning: str = "") -> str:
    """The picture for a page: its colours are the page's."""
    drawing = layout(kedja, form, riktning)
    about = f'class="nk-kedja nk-kedja--{form}" width="{drawing.width}"'
    return _svg(kedja, drawing, id, about, "", f"{size(kedja)}. Samma innehåll finns som lista.")


def standalone(kedja: Effektkedja, form: str = "bred", riktning: str = "", siffror: PerLada = INGA) -> str:
    """A file of its own: light colours, white ground, all of it in words for who can't see it, and the chain to open again."""
    drawing = layout(kedja, form, riktning, siffror=siffror)
    document = f'<metadata id="effektkedja">{escape(write(kedja), quote=False)}</metadata>'
    ground = (
        f'<style>{_style()}</style><rect class="nk-kedja__papper" width="{drawing.width}" height="{drawing.height}"/>'
    )
    about = f'xmlns="http://www.w3.org/2000/svg" lang="sv" width="{drawing.width}" height="{drawing.height}"'
    return _svg(kedja, drawing, "ek", about, document + ground, write_list(kedja, siffror)) + "\n"


def _svg(kedja: Effektkedja, drawing: Drawing, id: str, about: str, first: str, told: str) -> str:
    shapes = [heading_shape(one, drawing) for one in drawing.headings]
    shapes += [arrow(id, one, drawing.form.stands) for one in drawing.arrows]
    shapes += [box(id, one, drawing.form) for one in drawing.boxes]
    return (
        f'<svg {about} viewBox="0 0 {drawing.width} {drawing.height}" role="img" aria-labelledby="{id}-t {id}-d">'
        f'<title id="{id}-t">{escape(heading(kedja))}</title><desc id="{id}-d">{escape(told)}</desc>'
        f"{first}{''.join(shapes)}</svg>"
    )


def heading_shape(one: Heading, drawing: Drawing) -> str:
    """The name of a column, with a line along it."""
    middle = (one.start + one.end) // 2
    if drawing.form.stands:
        words = one.text.removeprefix("Nytt ").removeprefix("Verksamhets").capitalize()
        turned = f' text-anchor="middle" font-weight="700" transform="rotate(-90 11 {middle})"'
        line = f'<path class="nk-kedja__linje" d="M18 {one.start}V{one.end}"/>'
        return text(11, middle, words, "rubrik", drawing.form.small, turned) + line
    line = f'<path class="nk-kedja__linje" d="M{one.start} 28H{one.end}"/>'
    return text(middle, 20, one.text, "rubrik", drawing.form.size, ' text-anchor="middle" font-weight="700"') + line


def _style() -> str:
    """The colours of palette as rules, for a file that no stylesheet reaches."""
    kinds = "".join(
        f".nk-lada--{typ}>rect{{fill:{c.wash};stroke:{c.line}}}.nk-lada--{typ} .nk-kedja__typ{{fill:{c.line}}}"
        f".nk-lada--{typ} .nk-lada__tecken{{stroke:{c.line}}}"
        for typ, c in COLOURS.items()
    )
    return (
        f"text{{font-family:{FONT};fill:{INK}}}.nk-kedja__vem{{fill:{SOFT}}}.nk-kedja__papper{{fill:{PAPER}}}"
        f".nk-lada__tecken,.nk-pil__linje{{fill:none;stroke-linecap:round;stroke-linejoin:round}}"
        f".nk-kedja__linje{{stroke:{EDGE};stroke-width:1.5}}.nk-pil__linje,.nk-pil__spets{{stroke:{SOFT}}}"
        f".nk-pil__spets{{fill:{SOFT}}}.nk-pil--kraver .nk-pil__spets,.nk-pil__marke,.nk-lada__mynt{{fill:{PAPER};stroke:{SOFT}}}"
        f".nk-pil--hindrar path{{stroke:{COLOURS['hinder'].line}}}{kinds}"
    )
