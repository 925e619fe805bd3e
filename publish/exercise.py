"""Runs every path of the engine that the browser can reach, so that no module is missed when the library is trimmed."""

import base64
import json
from typing import Any

from calculators.browser import OPEN, forget, handle
from calculators.chain.examples import example as chain_example
from calculators.chain.examples import ids as chain_ids
from calculators.chain.formats import opened_bytes
from calculators.easel.keys import KEYS
from calculators.fault import Rejected
from calculators.kalkyl.osakerhet import meningar
from calculators.kalkyl.osakerhet.band import band
from calculators.kalkyl.osakerhet.modell import model_of
from calculators.kalkyl.osakerhet.rutnat import grid
from calculators.kalkyl.osakerhet.simulering import simulated
from calculators.kalkyl.osakerhet.tornado import tornado
from calculators.kalkyl.osakerhet.vandpunkt import switching_values
from calculators.registry import calculator, calculators
from calculators.views import charts, rapport
from calculators.views.chain.files import EXPORTS, exported
from calculators.views.chain.page import figure
from calculators.views.page import built_session
from calculators.views.view import seen
from calculators.wire import encode, from_json

HOSTILE = ("", "x", "12,5", "1.234", "1e400", "−5", "9" * 200, "<b>", "=1+1", "١٢", "0")
BROKEN_LINKS = ("k=1.abc", "k=9.abc", "k=", "k=1.eJyrVkrOT0lVslIyVKoFABgcA4M", "manadslon=41800", "x=<b>")
ROW_EVENTS = ("add", "copy", "up", "down", "remove", "undo", "redo")


def send(id: str, *events: dict[str, Any]) -> dict[str, Any]:
    """One batch to the worker's door."""
    reply: dict[str, Any] = json.loads(handle(json.dumps({"calculator": id, "events": events})))
    return reply


def documents(id: str) -> None:
    """New, copied, filed, opened, compared, taken away and had back; two tabs; the guide; what stands beside a field."""
    text = next(iter(send(id, {"do": "save"})["keep"].values()))["document"]
    file = send(id, {"do": "save_file"})["download"]["text"]
    loaded = {"loaded": text, "loadedId": "a"}
    for do in ("new", "duplicate", "switch", "compare", "delete", "restore", "versions", "restore_version", "conflict", "unsaved"):
        send(id, {"do": do, "newId": f"n-{do}", "value": "", **loaded})
    for given in (file, "{", "\x89PNG"):
        send(id, {"do": "open_file", "newId": "c", "files": [{"name": "a.json", "text": given}]})
    send(id, {"do": "contribute", "loaded": None})
    for n in range(8):
        send(id, {"do": "guide", "value": str(n)}, {"do": "guide_choose", "value": "tid"}, {"do": "guide_unknown"})
    send(id, {"do": "guide", "value": "99"}, {"do": "pattern", "value": "drift"}, {"do": "answered", "value": "drift"})
    for key in ("nyttor.0.formel", "manadslon", "timkostnad"):
        send(id, {"do": "input", "key": key, "value": "antal × (", "caret": 8}, {"do": "mend", "path": key, "value": "a"})
        send(id, {"do": "unknown", "path": key}, {"do": "input", "key": f"lon.{key}", "value": "33100"}, {"do": "use_wage", "path": key})
        send(id, {"do": "input", "key": f"hamta.{key}", "value": "timkostnad.barnmorska"})
    send(id, {"do": "input", "key": "profil.nyttor.0.faktor", "value": "upp:3"}, {"do": "clear_example"})


def follow_up() -> None:
    """A plan, a decision, an outcome typed and pasted, the calendar, the report, and a register of what came of it."""
    id = "nyttokalkyl"
    send(id, {"do": "open", "fragment": "", "document": None, "now": "2026-11-25T14:05"}, {"do": "follow_up", "value": "open"})
    send(id, {"do": "plan_all"}, {"do": "plan_one", "value": "N1"}, {"do": "input", "key": "matningar.0.forsta", "value": "2027-03-31"})
    send(id, {"do": "input", "key": "matningar.0.hur_ofta", "value": "kvartal"}, {"do": "save_calendar"}, {"do": "freeze"})
    send(id, {"do": "input", "key": "bredvid.roll", "value": "Nämnden"}, {"do": "freeze"}, {"do": "add_outcome", "value": "N1"})
    send(id, {"do": "input", "key": "bredvid.tabell", "value": "N1;Bokningar per år;2027;9 000\nN9;x;1;y"}, {"do": "paste_outcome"})
    send(id, {"do": "save_blank"})
    two_years = base64.b64encode(b"Rad;Faktor;2027;2028\nN1;Minuter per bokning;7;6").decode()
    for name, content in (("a.csv", two_years), ("a.csv", "/w=="), ("b.xlsx", "UEs="), ("c", "x")):
        send(id, {"do": "outcome_file", "files": [{"name": name, "base64": content}]})
    for kind in ("uppfoljning", "plan", ""):
        send(id, {"do": "report", "value": kind}, {"do": "show_report", "value": kind}, {"do": "settle"})
    text = send(id, {"do": "save_file"})["download"]["text"]
    files = [{"name": f"{n}.json", "text": text} for n in range(3)] + [{"name": "x", "text": "{"}, {"name": "y", "large": True}]
    send("register", {"do": "open"}, {"do": "register_files", "files": files})
    for key in ("filter.status", "fraga.ram", "villkor.0"):
        send("register", {"do": "input", "key": key, "value": "1000"}, {"do": "sort", "path": "nyttor", "value": "5"})
    send("register", {"do": "save_text"}, {"do": "save_workbook"}, {"do": "settle"}, {"do": "save"}, {"do": "clear_register"})


def everything() -> None:
    """Every calculator: open, type, break, mend, rows, links, saving, reports."""
    for id, calc in calculators().items():
        forget()
        send(id, {"do": "open", "fragment": "", "document": None})
        keys = list(OPEN[id].session.state.flat)
        documents(id)
        for key in keys[::7]:
            for text in HOSTILE:
                send(id, {"do": "input", "key": key, "value": text})
            send(id, {"do": "undo"})
        for path in sorted({key.rpartition(".")[0] for key in keys if key.rpartition(".")[0]}):
            for do in ROW_EVENTS:
                send(id, {"do": do, "path": path.rpartition(".")[0] if do == "add" else path})
        link = send(id, {"do": "empty"}, {"do": "link", "address": "https://x.example/"})["link"]
        for fragment in (link.partition("#")[2], *BROKEN_LINKS):
            send(id, {"do": "open", "fragment": fragment, "document": "{", "newId": "b"}, {"do": "save"})
        for example in calc.examples:
            encode(calc.compute(from_json(calc, example.given)))
    for example in calculator("nyttokalkyl").examples:
        uncertainty(example.given)
    chains()
    drawing()
    forget()
    follow_up()
    view = seen(built_session("nyttokalkyl"))
    for kind in ("brief", "long", "slides", ""):
        encode(rapport.office(view, kind, "2026-11-24"))
        rapport.report_html(view, kind, "2026-11-24")
    rapport.pengar_html(view)
    for text in ("", "[]", "{", "[" * 100000, '{"calculator": "x", "events": []}'):
        handle(text)


def chains() -> None:
    """Every chain drawn, filed in every way and opened again, and files that can't be opened."""
    for id in chain_ids():
        kedja = chain_example(id)
        figure(kedja, id)
        for what in EXPORTS:
            reopened(exported(kedja, what))
    for content in (b"", b"{", b"<svg/>", b"<mxfile/>", b"flowchart LR\n a-->b", b"text;typ\nA;effekt", b"PK", b"\xff\xfe", b"\0\xe5"):
        reopened(content)


def drawing() -> None:
    """Everything that can be done to a chain on its page."""
    forget()
    send("nyttokalkyl", {"do": "open", "fresh": True, "view": "kedja", "width": 1200, "document": None})
    for id in (*chain_ids(), "x"):
        send("nyttokalkyl", {"do": "chain_example", "value": id, "newId": id})
    for key in KEYS:
        send("nyttokalkyl", {"do": "chain_key", "path": "a1", "value": key}, {"do": "settle"})
    for do in ("pick", "add", "next", "begin", "stop", "draw", "up", "down", "divide", "focus", "step", "all", "ask", "dismiss", "remove"):
        send("nyttokalkyl", {"do": f"chain_{do}", "path": "e1", "value": "ut"}, {"do": "settle"})
    for key in ("lada.n1.text", "lada.n1.kategori", "pil.p1.varfor", "kedja.titel", "kedja.riktning", "se.sok", "se.in", "se.vem"):
        send("nyttokalkyl", {"do": "input", "key": key, "value": "vanster"}, {"do": "chain_text"}, {"do": "undo"})
    for what in (*EXPORTS, "png", ""):
        send("nyttokalkyl", {"do": "chain_export", "value": what})
    for content in ("", "e30=", "PHN2Zy8+", "UEs="):
        for do in ("chain_open", "chain_merge"):
            send("nyttokalkyl", {"do": do, "newId": "f", "files": [{"name": "a.svg", "base64": content}]})
    send("nyttokalkyl", {"do": "chain_empty", "newId": "e"})


def reopened(content: bytes) -> None:
    """A file in, or the sentence that says why not."""
    try:
        opened_bytes(content)
    except Rejected as rejected:
        encode([fault.message for fault in rejected.faults])


def spreadsheets() -> None:
    """Every example as a spreadsheet and back, in the page and on the way of broken files."""
    import io
    import zipfile

    from calculators.saved import Unreadable
    from calculators.workbook.oppna import read

    follow_up()
    send("nyttokalkyl", {"do": "open", "fragment": "", "document": None})
    for example in calculator("nyttokalkyl").examples:
        reply = send("nyttokalkyl", {"do": "example", "value": example.name}, {"do": "save_workbook", "now": "2026-11-24"})
        packed = reply["download"]["base64"]
        send("nyttokalkyl", {"do": "open_file", "newId": "x", "files": [{"name": "a.xlsx", "base64": packed}]})
    whole = base64.b64decode(packed)
    odd = io.BytesIO()
    with zipfile.ZipFile(odd, "w") as made:
        made.writestr("[Content_Types].xml", "<x>")
        made.writestr("xl/workbook.xml", "<x")
    broken = (b"", b"a;b\n1;2\n", b"\xff\xfea\x00", whole[:2000], whole[:-40], odd.getvalue(), b"PK\x03\x04", b"<html>")
    for data in (*broken, *map(_sheets, FOREIGN)):
        try:
            read(data)
        except Unreadable:
            continue


FOREIGN: tuple[dict[str, list[list[Any]]], ...] = (  # no calculation, a plain table, and a template that is not ours
    {"Blad1": [["Inköpslista", 1]]},
    {"Blad1": [["Namn", 2027, 2028], ["Porto", 1000, "2 000"], ["Licens", -5, None]]},
    {"Start": [["Perspektiv"], ["Kommunen"]], "Värde nyttor": [["Namn", 1]], "Värde kostnader": []},
    {
        "Start": [["Ränta", 0.03], ["Perspektiv"], ["Kommunen"]],
        "Värde nyttor": [["N1"], ["Namn", "Porto"], ["Faktor", "Troligt"], ["Brev", 6], ["Årligt värde", 6], ["Faktor", 1, 1]],
        "Värde kostnader": [["K1"]],
        "Ej värderade": [["Namn", "Storlek"], ["Trygghet", "Stor"]],
    },
)


def _sheets(tabs: dict[str, list[list[Any]]]) -> bytes:
    """A spreadsheet with these rows."""
    import io

    import xlsxwriter

    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        for name, rows in tabs.items():
            sheet = book.add_worksheet(name)
            for n, row in enumerate(rows):
                sheet.write_row(n, 0, row)
    return made.getvalue()


def uncertainty(document: Any) -> None:
    """Everything that is shown of how uncertain a nyttokalkyl is."""
    modell = model_of(from_json(calculator("nyttokalkyl"), document))
    bars = tornado(modell, 0.1)
    charts.tornado("t", bars)
    for value in switching_values(modell):
        meningar.switching_sentence(value)
    found = band(modell)
    charts.band("b", found)
    meningar.band_sentences(found)
    if len(bars) > 1:
        charts.grid("r", grid(modell, bars[0].spak, bars[1].spak))
    for utfall in (simulated(modell, "triangel"), simulated(modell, "pert")):
        charts.histogram("s", utfall)
        meningar.simulation_sentences(utfall)


if __name__ == "__main__":
    everything()
