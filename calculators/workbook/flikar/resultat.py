"""The tab Resultat: the summary at each level, and what it is made of: years, categories, perspectives and hours."""

from __future__ import annotations

from typing import Any

from calculators.kalkyl.evaluation import Niva
from calculators.kalkyl.tolkning import interpretation
from calculators.kategorier import PENGAKATEGORIER
from calculators.workbook.blad import IN_BOTH, Blad
from calculators.workbook.flikar.artabell import column, table_rows, write_hours, write_years
from calculators.workbook.flikar.ej_varderade import span as listed_span
from calculators.workbook.kalkyl import Underlag
from calculators.workbook.plats import KVAR, NIVAER, NIVANAMN, PARTY_TABLE, RESULTAT, START, SUMMA

LEVELS = {"lagst": "B", "troligt": "C", "hogst": "D"}
WIDTHS = {
    "A": 40,
    "B": 16,
    "C": 19,
    "D": 16,
    "E": 16,
    "F": 16,
    "G": 16,
    "H": 16,
    "I": 16,
    "J": 16,
    "K": 16,
    "L": 20,
    "M": 16,
}
ROWS = {
    "summa_nyttor": 7, "summa_kostnader": 8, "nettonytta": 9, "nettonytta_per_krona": 10, "overstiger_ar": 11,
    "finansiell_nytta": 12, "omfordelning_nytta": 13, "finansiell_kostnad": 14, "omfordelning_kostnad": 15,
    "ej_nyttor": 16, "ej_kostnader": 17, "odisk_nyttor": 18, "odisk_kostnader": 19, "odisk_netto": 20,
}  # fmt: skip
SENTENCE = 22
CATEGORIES = 26
NO_RATIO, NEVER, NOTHING = "kan inte beräknas", "aldrig", "–"
TINY = "1E-9"
UNDISCOUNTED, DISCOUNTED = "Beloppen är inte diskonterade.", "Beloppen är diskonterade med räntan i fliken Start."
NAMES = {"Summa_nyttor": "summa_nyttor", "Summa_kostnader": "summa_kostnader", "Nettonytta": "nettonytta",
         "Nettonytta_per_krona": "nettonytta_per_krona"}  # fmt: skip
SIDE = {"nytta": "nyttor", "kostnad": "kostnader"}


def write(blad: Blad, u: Underlag, formats: dict[str, Any]) -> None:
    """Everything of the tab but its charts."""
    for name, width in WIDTHS.items():
        blad.sheet.set_column(f"{name}:{name}", width)
    blad.title("Resultat")
    blad.formula("A2", f'IF({START}!$B$4="","Nyttokalkyl",{START}!$B$4)', u.titel, "section")
    horizon = f'"Under "&Horisont&" år, i dagens prisnivå. "&IF(Raknad_ranta=0,"{UNDISCOUNTED}","{DISCOUNTED}")'
    blad.formula("A3", horizon, _frame(u), "plain")
    _summary(blad, u)
    _categories(blad, u)
    _parties(blad, u, formats)
    write_years(blad, u, formats)
    write_hours(blad, u, formats)


def _frame(u: Underlag) -> str:
    none = u.kalkyl.raknad_diskontering == "ingen" or u.kalkyl.ranta == 0
    return f"Under {int(u.kalkyl.horisont)} år, i dagens prisnivå. {UNDISCOUNTED if none else DISCOUNTED}"


def _summary(blad: Blad, u: Underlag) -> None:
    blad.text("A5", "Sammanfattning", "section")
    blad.table(IN_BOTH, f"A6:D{max(ROWS.values())}")
    blad.row(6, "BCD", {"A": "Mått", **{LEVELS[level]: NIVANAMN[level] for level in NIVAER}})
    labels = {
        "summa_nyttor": "Nyttor (kr)", "summa_kostnader": "Kostnader (kr)", "nettonytta": "Nettonytta (kr)",
        "nettonytta_per_krona": "Nettonytta per satsad krona (kr)", "overstiger_ar": "Året då nyttorna överstiger kostnaderna",
        "finansiell_nytta": "Finansiell nytta, del av nyttorna", "omfordelning_nytta": "Omfördelningsnytta, del av nyttorna",
        "finansiell_kostnad": "Finansiell kostnad, del av kostnaderna",
        "omfordelning_kostnad": "Omfördelningskostnad, del av kostnaderna",
        "ej_nyttor": "Nyttor som inte värderas i pengar", "ej_kostnader": "Kostnader som inte värderas i pengar",
        "odisk_nyttor": "Nyttor utan diskontering (kr)", "odisk_kostnader": "Kostnader utan diskontering (kr)",
        "odisk_netto": "Nettonytta utan diskontering (kr)",
    }  # fmt: skip
    for key, words in labels.items():
        blad.text(f"A{ROWS[key]}", words, "answer_label" if key == "nettonytta" else "label")
    for level in NIVAER:
        _level(blad, u, level)
    for name, key in NAMES.items():
        blad.sheet.book_names[name] = f"={RESULTAT}!$C${ROWS[key]}"
    _sentence(blad, u)


def _level(blad: Blad, u: Underlag, level: str) -> None:
    niva: Niva = getattr(u.resultat, level)
    c, plan = LEVELS[level], u.plan
    first, last = table_rows(plan, level)
    more, less, flags = (f"${column(x)}${first}:${column(x)}${last}" for x in ("nyttor", "kostnader", "over"))
    blad.formula(f"{c}7", f"SUM({more})", niva.summa_nyttor, "kr")
    blad.formula(f"{c}8", f"SUM({less})", niva.summa_kostnader, "kr")
    blad.formula(f"{c}9", f"{c}7-{c}8", niva.nettonytta, "answer")
    ratio = NO_RATIO if niva.nettonytta_per_krona is None else niva.nettonytta_per_krona
    blad.formula(f"{c}10", f'IF({c}8<={TINY},"{NO_RATIO}",{c}9/{c}8)', ratio, "ratio")
    years = f"$B${first}:$B${last}"
    when: Any = _year(u, niva.overstiger_ar)
    blad.formula(f"{c}11", f'IF(SUM({flags})=0,"{NEVER}",INDEX({years},MATCH(1,{flags},0)))', when, "ratio_year")
    for key in ("finansiell_nytta", "omfordelning_nytta", "finansiell_kostnad", "omfordelning_kostnad"):
        kategori, _, one = key.rpartition("_")
        whole = f"{c}{7 if one == 'nytta' else 8}"
        part = f"{_category_column(level, one)}{CATEGORIES + 1 + [*PENGAKATEGORIER].index(kategori)}"
        share = niva.andelar[key]
        blad.formula(
            f"{c}{ROWS[key]}",
            f'IF(ABS({whole})<={TINY},"{NOTHING}",{part}/{whole})',
            NOTHING if share is None else share,
            "percent",
        )
    for key, word, side in (("ej_nyttor", "Nytta", "nyttor"), ("ej_kostnader", "Kostnad", "kostnader")):
        blad.formula(
            f"{c}{ROWS[key]}", f'COUNTIF({listed_span(u, "B")},"{word}")', u.resultat.ej_varderade_antal[side], "count"
        )
    for key, side in (("odisk_nyttor", "nyttor"), ("odisk_kostnader", "kostnader")):
        s = plan.sida(side)
        value = {"lagst": "E", "troligt": "F", "hogst": "G"}[level]
        blad.formula(
            f"{c}{ROWS[key]}", f"SUMPRODUCT({s.span(value)},{s.span('AP')})", niva.odiskonterat[f"summa_{side}"], "kr"
        )
    blad.formula(f"{c}20", f"{c}18-{c}19", niva.odiskonterat["nettonytta"], "kr")


def _year(u: Underlag, when: int | str) -> int | str:
    """The year as its cell shows it."""
    return f"År {when}" if isinstance(when, int) and u.kalkyl.startar == 1 else when


def _sentence(blad: Blad, u: Underlag) -> None:
    larger, back = (
        "De beräknade nyttorna är större än kostnaderna",
        '", med en {} marginal. Varje satsad krona kommer tillbaka, plus "&FIXED(C10,2)&" kr."',
    )
    formula = (
        f'IF(ISTEXT(C10),"Nettonyttan per satsad krona går inte att räkna ut, eftersom det inte finns några kostnader.",'
        f'IF(ABS(C10)<={TINY},"De beräknade nyttorna är lika stora som kostnaderna.",'
        f'IF(C10<0,"De beräknade nyttorna är mindre än kostnaderna.",'
        f'"{larger}"&IF(C10>=0.5-{TINY},{back.format("större")},{back.format("mindre")}))))'
    )
    blad.formula(f"A{SENTENCE}", formula, interpretation(u.resultat.troligt).replace("\u00a0kr", " kr"), "plain")
    blad.text(
        f"A{SENTENCE + 1}",
        "Lägst räknas med det lägsta värdet i varje faktor och högst med det högsta. Det är inte bästa och sämsta fall.",
        "note_line",
    )


def _category_column(level: str, one: str) -> str:
    """Benefits of the three levels stand in B, C, D and costs in E, F, G."""
    return "BCDEFG"[[*NIVAER].index(level) + (3 if one == "kostnad" else 0)]


def _heads(first: str) -> dict[str, str]:
    heads = {"A": first}
    for one, label in (("nytta", "Nyttor"), ("kostnad", "Kostnader")):
        heads |= {_category_column(level, one): f"{label}, {NIVANAMN[level].lower()} (kr)" for level in NIVAER}
    return heads


def _categories(blad: Blad, u: Underlag) -> None:
    blad.text(f"A{CATEGORIES - 1}", "Per kategori", "section")
    blad.table(IN_BOTH, f"A{CATEGORIES}:G{CATEGORIES + len(PENGAKATEGORIER)}")
    blad.row(CATEGORIES, "BCDEFG", _heads("Kategori"))
    for n, (kategori, label) in enumerate(PENGAKATEGORIER.items()):
        row = CATEGORIES + 1 + n
        blad.text(f"A{row}", label, "cell")
        for level in NIVAER:
            for one, side in SIDE.items():
                s = u.plan.sida(side)
                formula = f"SUMIF({s.span('K')},$A{row},{s.span(SUMMA[level])})"
                value = getattr(u.resultat, level).per_kategori[kategori][one]
                blad.formula(f"{_category_column(level, one)}{row}", formula, value, "kr")


def _parties(blad: Blad, u: Underlag, formats: dict[str, Any]) -> None:
    head = PARTY_TABLE
    blad.text(f"A{head - 1}", "Per perspektiv", "section")
    heads = _heads("Perspektiv") | {
        "H": "Nettonytta, lägst (kr)",
        "I": "Nettonytta, troligt (kr)",
        "J": "Nettonytta, högst (kr)",
    }
    blad.table(IN_BOTH, f"A{head}:J{last_party(u)}")
    blad.row(head, "BCDEFGHIJ", heads)
    first, last = u.plan.perspektiv
    blad.when(f"A{head + 1}:J{last_party(u)}", f'$A{head + 1}<>""', formats["filled"])
    for n in range(last - first + 1):
        blad.sheet.set_row(head + n, 18)
        _party(
            blad,
            u,
            head + 1 + n,
            f"{START}!$B${first + n}",
            u.kalkyl.perspektiv[n] if n < len(u.kalkyl.perspektiv) else "",
        )


def _party(blad: Blad, u: Underlag, row: int, there: str, name: str) -> None:
    blad.formula(f"A{row}", f'IF({there}="","",{there})', name, "plain_in")
    for n, level in enumerate(NIVAER):
        sums = getattr(u.resultat, level).per_perspektiv.get(name) if name else None
        for one, side in SIDE.items():
            s = u.plan.sida(side)
            whole = f"SUMPRODUCT(1*EXACT({s.span('J')},$A{row}),{s.span(KVAR)},{s.span(SUMMA[level])})"
            parts = f"SUMPRODUCT(1*EXACT({s.delspan('C')},$A{row}),{s.delspan(SUMMA[level])})"
            at = f"{_category_column(level, one)}{row}"
            blad.formula(at, f'IF($A{row}="","",{whole}+{parts})', sums[one] if sums else "", "plain_kr")
        more, less = (f"{_category_column(level, one)}{row}" for one in SIDE)
        blad.formula(f"{'HIJ'[n]}{row}", f'IF($A{row}="","",{more}-{less})', sums["netto"] if sums else "", "plain_kr")


def last_party(u: Underlag) -> int:
    first, last = u.plan.perspektiv
    return PARTY_TABLE + 1 + last - first
