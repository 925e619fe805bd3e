"""What only the workbench's page can do: patterns, years filled in, mends taken, questions answered, and the guide."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from calculators.desk import Desk
from calculators.kalkyl.arsmonster import factors
from calculators.kalkyl.guide import KINDS, questions
from calculators.kalkyl.osakerhet.modell import model_of
from calculators.kalkyl.osakerhet.simulering import FORMER
from calculators.kalkyl.osakerhet.simulering import simulate as simulation
from calculators.monster import MONSTER, with_pattern
from calculators.session import Session
from calculators.standard import standard
from calculators.swedish import write_number
from calculators.wire import from_flat
from calculators.wire.spans import years_of

YEARS = "profil."  # begins the name of the list of year patterns beside a profile
HOURLY = "timkostnad.verksamhetsutvecklare"  # what "Vet ej" gives for the cost of an hour of who leads a change


def own_years(session: Session, key: str) -> None:
    """Each year gets a factor of its own, to begin with the whole value: a change of one year leaves the others alone."""
    base = key.removesuffix(".typ")
    session.fill({**{f"{base}.ar.{n}": "1" for n in range(_horisont(session))}, key: "egen"})


def fill_years(session: Session, key: str, pattern: str) -> None:
    """The factor of each year from a pattern."""
    years = factors(pattern, _horisont(session))
    if years is not None:
        session.fill({f"{key}.typ": "egen", **{f"{key}.ar.{n}": write_number(x) for n, x in enumerate(years)}})
        session.says = "Åren är ifyllda."


def _horisont(session: Session) -> int:
    """The number of years that she has picked; the first choice where what stands there is none."""
    return years_of(session.state.flat.get("horisont", "6"))


def add_pattern(session: Session, desk: Desk, event: dict[str, Any]) -> None:
    """A row from a pattern; she comes to its first empty figure."""
    id = str(event.get("value"))
    if id in MONSTER:
        flat, place = with_pattern(session.state.flat, id)
        session.change(flat)
        session.focus, session.says = place, f"En rad är tillagd: {MONSTER[id].namn}."


def mend(session: Session, desk: Desk, event: dict[str, Any]) -> None:
    """A formula that mends another."""
    key = str(event["path"])
    if key.endswith(".formel"):
        session.fill({key: str(event.get("value") or "")})
        session.focus, session.says = key, "Uträkningen är ändrad. Du kan ångra."


def answered(session: Session, desk: Desk, event: dict[str, Any]) -> None:
    """A question that she has answered is not asked again."""
    id = str(event.get("value"))
    if id.isidentifier() and len(id) < 60:
        session.fill({f"besvarade.{id}": "ja"})


def guide(session: Session, desk: Desk, event: dict[str, Any]) -> None:
    """To a question of the guide, or out of it."""
    asked, text = questions(session.state.flat), str(event.get("value") or "0")
    place = int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 0
    _begin(session)
    desk.guide = place if place < len(asked) else None
    session.focus = "guide" if desk.guide is not None else "del-resultat"
    session.says = asked[place].title if place < len(asked) else "Guiden är klar. Här är resultatet så långt."


def _begin(session: Session) -> None:
    """The costs that the guide asks about stand ready as rows of their own."""
    flat = session.state.flat
    if flat.get("kostnader.0.namn") or flat.get("nyttor.0.namn"):
        return
    kept = {k: v for k, v in flat.items() if not k.startswith(("nyttor.", "kostnader."))}
    for name, rows in (("Införande", INTRODUCTION), ("Löpande utgift", RUNNING)):
        n = 0 if name == "Införande" else 1
        about = {"id": f"K{n + 1}", "namn": name, "perspektiv": flat.get("perspektiv.0", ""), **rows}
        kept |= {f"kostnader.{n}.{key}": text for key, text in about.items()}
    kept |= {"ej_varderade.0.id": "E1", "ej_varderade.0.namn": "", "ej_varderade.0.sida": "nytta",
             "ej_varderade.0.kategori": "kvalitet", "ej_varderade.0.perspektiv": ""}  # fmt: skip
    session.change(kept)


INTRODUCTION = {
    "kategori": "omfordelning", "faktor.typ": "engang", "faktorer.0.namn": "Arbetstid", "faktorer.0.enhet": "h",
    "faktorer.0.troligt": "", "faktorer.1.namn": "Timkostnad", "faktorer.1.enhet": "kr/h", "faktorer.1.troligt": "",
}  # fmt: skip
RUNNING = {"kategori": "finansiell", "faktor.typ": "lopande", "faktorer.0.namn": "Utgift per år", "faktorer.0.enhet": "kr",
           "faktorer.0.troligt": ""}  # fmt: skip


def guide_choose(session: Session, desk: Desk, event: dict[str, Any]) -> None:
    """What kind of benefit: its pattern becomes the first row, in the place of one that nobody has begun on."""
    kind = str(event.get("value"))
    if kind in KINDS and desk.guide is not None:
        kept = {k: v for k, v in session.state.flat.items() if not k.startswith("nyttor.0.")}
        flat, _ = with_pattern(kept, kind)
        party = flat.get("perspektiv.0", "")
        rows = {k: party for k in flat if k.endswith(".perspektiv") and not flat[k]}
        costs = {f"kostnader.{n}.perspektiv": party for n in (0, 1) if f"kostnader.{n}.namn" in flat}
        session.change({**flat, **rows, **costs, "nyttor.0.perspektiv": party})
        guide(session, desk, {"value": str(desk.guide + 1)})


def guide_unknown(session: Session, desk: Desk, event: dict[str, Any]) -> None:
    """ "Vet ej": a published hourly cost where the question is about one, otherwise on without an answer."""
    if desk.guide is None:
        return
    question = questions(session.state.flat)[desk.guide]
    value = standard(HOURLY)
    known: dict[str, str] = {}
    for asked in question.fields:
        if asked.unit == "kr/h":
            known |= {asked.key: write_number(value.amount), asked.key.replace(".troligt", ".kalla"): f"{value.source}: {value.label}"}
    if known:
        session.fill(known)
    guide(session, desk, {"value": str(desk.guide + 1)})


def show_report(session: Session, desk: Desk, event: dict[str, Any]) -> None:
    """The report to read and print, or none."""
    kind = str(event.get("value") or "")
    desk.report = kind if kind in ("brief", "long", "uppfoljning", "plan") else ""
    if desk.report:
        session.says, session.focus = "Underlaget visas. Det är det som skrivs ut.", "underlaget"


def simulate(session: Session, desk: Desk, event: dict[str, Any]) -> None:
    """Begin a simulation, or stop it. It goes on a part at a time: see `go_on`."""
    form = str(event.get("value") or "")
    desk.simulation = desk.progress = None
    if form in FORMER:
        read = from_flat(session.calculator, session.state.flat)
        if not read.stops:
            desk.simulation = simulation(model_of(read.inputs), form)
            go_on(session, desk)


def go_on(session: Session, desk: Desk) -> None:
    """One more part of the simulation."""
    if desk.simulation is not None:
        desk.progress = next(desk.simulation, desk.progress)
        if desk.progress is not None and desk.progress.utfall is not None:
            desk.simulation, session.says = None, "Simuleringen är klar."


PICKED = "rutnat."  # begins the name of a choice in the uncertainty
BENCH: dict[str, Callable[[Session, Desk, dict[str, Any]], None]] = {
    "pattern": add_pattern,
    "mend": mend,
    "answered": answered,
    "guide": guide,
    "guide_choose": guide_choose,
    "guide_unknown": guide_unknown,
    "show_report": show_report,
    "simulate": simulate,
}
