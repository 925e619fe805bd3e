"""The rows of a reference calculation: money, working time, and what most of them have in common."""

from __future__ import annotations

from calculators.referens.declaration import Rad


def pengar(id: str, label: str, sida: str, formula: str, *, perspektiv: str = "kommunen", kategori: str = "finansiell",
           engang: bool = False) -> Rad:  # fmt: skip
    """A row that is money: an expense, or an amount that hours don't explain."""
    return Rad(id, label, sida, kategori, perspektiv, formula, engang=engang)


def tid(id: str, label: str, sida: str, timmar: str, timkostnad: str, *, perspektiv: str = "", engang: bool = False) -> Rad:
    """A row that is working time: hours a year times an hourly cost. Freed time falls to the staff, spent to kommunen."""
    perspektiv = perspektiv or ("personal" if sida == "nytta" else "kommunen")
    return Rad(id, label, sida, "omfordelning", perspektiv, f"({timmar}) * {timkostnad}", timmar, timkostnad, engang)


def forandringsledning(id: str) -> Rad:
    """The time to lead the change, asked for in the fields of the same names."""
    return tid(id, "Förändringsledning", "kostnad", "forandringsledning_h", "timkostnad_forandringsledning", engang=True)


def utbildning(id: str, label: str = "Utbildning av personal") -> Rad:
    """The time of those who are trained."""
    return tid(id, label, "kostnad", "utbildning_personer * utbildning_h_per_person", "timkostnad_omvardnad", engang=True)


def drift(id: str) -> Rad:
    """The municipality's own time for running it."""
    return tid(id, "Drift och stöd", "kostnad", "drift_h_per_ar", "timkostnad_systemadmin")
