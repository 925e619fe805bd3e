"""How the sums of each level, perspective and category came about: which rows they are made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from calculators.derivation import Step
from calculators.kalkyl.evaluation import Niva, Rad, Resultat
from calculators.kalkyl.fordelning import share_of
from calculators.kategorier import PENGAKATEGORIER
from calculators.swedish import amount

SIDES = (("nyttor", "nytta"), ("kostnader", "kostnad"))


def levels(rader: Sequence[Rad], result: Resultat) -> Iterator[Step]:
    """Lägst and högst row by row; nothing where no value varies. Troligt has its steps beside its figures."""
    for label, niva in (("Lägst", result.lagst), ("Högst", result.hogst)):
        if niva is result.troligt:
            continue
        for side, _ in SIDES:
            total = niva.summa_nyttor if side == "nyttor" else niva.summa_kostnader
            yield _sum(f"{label}, {side}", [(r, 1.0) for r in rader if r.side == side], niva, total)
        benefits, costs, net = (amount(x, "kr") for x in (niva.summa_nyttor, niva.summa_kostnader, niva.nettonytta))
        yield Step(f"{label}.netto", f"{label}, nettonytta", "nyttor − kostnader", f"{benefits} − {costs}", net)
        if niva.nettonytta_per_krona is not None:
            ratio = amount(niva.nettonytta_per_krona, "kr", 2)
            yield Step(f"{label}.kvot", f"{label}, per satsad krona", "nettonytta ÷ kostnader", f"{net} ÷ {costs}", ratio)


def distribution(rader: Sequence[Rad], niva: Niva) -> Iterator[Step]:
    """Each perspective's and each category's benefits and costs, row by row; none for a sum without rows."""
    for name, sums in niva.per_perspektiv.items():
        yield from _shared(name, [(r, share) for r in rader if (share := share_of(r.block, name)) is not None], niva, sums)
    for kategori, label in PENGAKATEGORIER.items():
        of_kind = [(r, 1.0) for r in rader if r.block.kategori == kategori]
        yield from _shared(label, of_kind, niva, niva.per_kategori[kategori])


def _shared(name: str, parts: Sequence[tuple[Rad, float]], niva: Niva, sums: Mapping[str, float]) -> Iterator[Step]:
    for side, one in SIDES:
        rows = [(r, share) for r, share in parts if r.side == side]
        if rows:
            yield _sum(f"{name}, {side}", rows, niva, sums[one])


def _sum(label: str, parts: Sequence[tuple[Rad, float]], niva: Niva, total: float) -> Step:
    words = "summan av raderna" if all(share == 1.0 for _, share in parts) else "summan av radernas delar"
    numbers = " + ".join(_part(niva.per_rad[r.id], r.id, share) for r, share in parts) or amount(0.0, "kr")
    return Step(label, label, words, numbers, amount(total, "kr"))


def _part(kr: float, id: str, share: float) -> str:
    of = "" if share == 1.0 else f"{amount(share, '%')} av "
    return f"{of}{amount(kr, 'kr')} ({id})"
