"""What a nyttokalkyl says about its follow-up: how far the work has come, the plan for each benefit, and the outcome."""

from __future__ import annotations

from dataclasses import dataclass

from calculators.schema import choice, number, rows, text

STATUSAR = {
    "ide": "Idé eller utredning",
    "beslutad": "Beslutad",
    "infors": "Införs",
    "drift": "I drift",
    "avslutad": "Uppföljd och avslutad",
}
LAGEN = {
    "vantar": "Har inte börjat",
    "pa_vag": "På väg",
    "framme": "Nådd",
    "uteblir": "Har inte kommit",
}
ATGARDER = {"agera": "Agera", "vanta": "Vänta", "skriv_av": "Skriv av"}
HUR_OFTA = {
    "manad": "Varje månad",
    "kvartal": "Varje kvartal",
    "halvar": "Varje halvår",
    "ar": "Varje år",
    "engang": "En gång",
}
PROGNOSER = {"senaste": "Som det senaste utfallet", "kalkyl": "Som i kalkylen"}
LATEST_DELAY = 25  # years


@dataclass(frozen=True, slots=True)
class Matning:
    """How one benefit is followed. `nytta` is the id of a row; dates are "2027-03-01"; `kostnad` is kr for each measuring."""

    nytta: str = text("Nytta")
    indikator: str = text("Indikator", help="Det ni mäter, till exempel minuter per ärende.")
    enhet: str = text("Enhet")
    nollpunkt: float | None = number("Nollpunkt", unit="", low=None, help="Värdet innan förändringen.")
    nollpunkt_nar: str = text("När mättes nollpunkten?", help="Skriv datum som 2027-03-01.")
    nollpunkt_hur: str = text("Hur mättes nollpunkten?")
    mal: float | None = number("Mål", unit="", low=None)
    mal_nar: str = text("När ska målet vara nått?", help="Skriv datum som 2028-12-31.")
    ansvarig: str = text(
        "Vem ansvarar?", help="En roll som får ändra i verksamheten, till exempel chefen för kundtjänst."
    )
    hur: str = text("Hur mäter ni?")
    forsta: str = text("Första mätningen", help="Skriv datum som 2027-09-01.")
    hur_ofta: str | None = choice("Hur ofta?", HUR_OFTA, default=None)
    antal: int | None = number("Antal mätningar", unit="", whole=True, low=1.0, high=60.0)
    kostnad: float | None = number("Vad kostar en mätning?", unit="kr")
    forst: str = text("Mät först", help="Något som syns tidigare, till exempel att det nya används.")
    lage: str | None = choice("Hur går det?", LAGEN, default=None)
    atgard: str | None = choice("Om nyttan inte kom: vad gör ni?", ATGARDER, default=None)
    atgard_varfor: str = text("Vad betyder det här?", help="Vad ni gör, vem som gör det och när.")


@dataclass(frozen=True, slots=True)
class Utfall:
    """What a factor of a row was in a year. `varde` is in the factor's own unit; per cent as per cent (65 for 65 %)."""

    rad: str = text("Rad")
    faktor: str = text("Faktor")
    ar: int | None = number("År", unit="", whole=True, low=None)
    varde: float | None = number("Utfall", unit="", low=None)
    kalla: str = text("Källa")


@dataclass(frozen=True)
class Plan:
    """The follow-up of a nyttokalkyl. All of it may be left out. `forsening` is whole years that the start has moved."""

    organisation: str = text(
        "Organisation", help="Den som äger kalkylen. Används när flera kalkyler läggs bredvid varandra."
    )
    status: str | None = choice("Hur långt har ni kommit?", STATUSAR, default=None)
    forsening: int | None = number(
        "Hur många år har starten flyttats?", unit="år", whole=True, low=0.0, high=float(LATEST_DELAY)
    )
    prognos: str | None = choice(
        "Hur räknas åren som inte är mätta?", PROGNOSER, default=None, help="Väljer du inget räknas de som det senaste utfallet."
    )
    matningar: tuple[Matning, ...] = rows("Plan för uppföljning", Matning, one="nytta")
    utfall: tuple[Utfall, ...] = rows("Utfall", Utfall, one="utfall")
