"""A small nyttokalkyl worked out year by year, for the page about how it is computed."""

from calculators.kalkyl.document import Block, Nyttokalkyl
from calculators.kalkyl.evaluation import evaluate
from calculators.schema import Varde
from calculators.swedish import amount, show_number
from macros.markup import render


def year_by_year(nytta: float, kostnad: float) -> str:
    """A benefit of `nytta` kr every year, a cost of `kostnad` kr in the first, and the rest by default."""
    kalkyl = Nyttokalkyl(perspektiv=("vi",), nyttor=(_block(nytta, "lopande"),), kostnader=(_block(kostnad, "engang"),))
    answer = evaluate(kalkyl)
    return render(
        "ar_for_ar.md",
        kalkyl=kalkyl,
        nytta=nytta,
        kostnad=kostnad,
        factors=answer.diskonteringsfaktorer,
        level=answer.troligt,
        kr=lambda x: amount(x, "kr", 0),
        number=show_number,
        percent=lambda x: amount(x, "%"),
    )


def _block(kr: float, factor: str) -> Block:
    return Block(perspektiv="vi", kategori="finansiell", arligt_varde=Varde(kr, kr, kr), faktor=factor)
