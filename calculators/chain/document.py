"""The file: versioned JSON. What we don't know in it is kept; what can't be read is told, all of it at once."""

from __future__ import annotations

import dataclasses as dc
import json
import re
from collections.abc import Mapping
from typing import Any

from calculators.chain import kinds
from calculators.chain.graph import Avfardad, Effektkedja, Lada, Lapp, Pil
from calculators.chain.migration import VERSION, migrated
from calculators.chain.plain import lines, one_line
from calculators.chain.soundness import faults
from calculators.fault import Fault, Rejected
from calculators.nesting import parse_json

FORMAT = "effektkedja"
LARGEST = 5_000_000  # characters; a chain of the most boxes with long notes is a tenth of it
HIGHEST = 100_000_000  # number of an id
LONGEST = 1_000
LONGEST_NOTE = 10_000
MOST = {"lador": 500, "pilar": 2_000, "avfardade": 2_000, "lappar": 500}
NAMES = {"lador": "lådor", "pilar": "pilar", "avfardade": "avfärdade frågor", "lappar": "lappar"}
NOTES = ("notering", "varfor", "forutsattning", "atgard", "beskrivning")
CHOICES: Mapping[str, Mapping[str, Any]] = {
    "typ": kinds.TYPER, "kategori": kinds.KATEGORIER, "nar": kinds.NAR, "slag": kinds.SLAG,
    "sakerhet": kinds.SAKERHET, "riktning": kinds.RIKTNINGAR,
}  # fmt: skip
ROWS: Mapping[str, type] = {"lador": Lada, "pilar": Pil, "avfardade": Avfardad, "lappar": Lapp}
ID = re.compile(r"[A-Za-z0-9_-]{1,40}")


def read(text: str) -> Effektkedja:
    """The chain of a file. Raises Rejected with a sentence for each thing that is wrong."""
    if len(text) > LARGEST:
        raise Rejected([Fault("E_STORLEK", "", "Filen är större än en effektkedja kan vara. Välj en annan fil.")])
    try:
        data = parse_json(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        raise Rejected(
            [Fault("E_FORMAT", "", "Filen går inte att läsa. Välj en fil som är sparad härifrån.")]
        ) from None
    return from_data(data)


def from_data(data: Any) -> Effektkedja:
    """The chain of a file's JSON, of any version."""
    if not isinstance(data, dict) or not isinstance(data.get("pilar", []), list):
        raise Rejected([Fault("E_FORMAT", "", "Filen är ingen effektkedja. Välj en fil som är sparad härifrån.")])
    if data.get("format", FORMAT) != FORMAT or not ({"lador", "noder"} & data.keys()):
        raise Rejected([Fault("E_FORMAT", "format", "Filen är ingen effektkedja. Välj en fil som är sparad härifrån.")])
    version = data.get("version", 1)
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise Rejected([Fault("E_VERSION", "version", "Filens version går inte att läsa. Skriv version 2.")])
    if version > VERSION:
        raise Rejected(
            [Fault("E_VERSION", "version", "Filen är gjord i en nyare version. Ladda om sidan och försök igen.")]
        )
    return _Reading().chain(migrated(data, version))


def write(kedja: Effektkedja) -> str:
    """The file of a chain. The same chain always gives the same text."""
    return json.dumps(to_data(kedja), ensure_ascii=False, indent=1) + "\n"


def to_data(kedja: Effektkedja) -> dict[str, Any]:
    """The JSON of a chain: empty values are left out, unknown keys come last."""
    return {"format": FORMAT, "version": VERSION, **_row(kedja)}


def _row(thing: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for field in dc.fields(thing):
        value = getattr(thing, field.name)
        if field.name in ROWS:
            if value or field.name != "lappar":  # files without a workshop are as they were before there was one
                found[field.name] = [_row(row) for row in value]
        elif field.name != "ovrigt" and (value != field.default or field.default is dc.MISSING):
            found[field.name] = list(value) if isinstance(value, tuple) else value
    return found | dict(thing.ovrigt)


class _Reading:
    """One reading of a file, with what was found wrong on the way."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def chain(self, data: Mapping[str, Any]) -> Effektkedja:
        known = {field.name for field in dc.fields(Effektkedja)}
        rows = {key: self.rows(key, data.get(key, [])) for key in ROWS}
        kedja = Effektkedja(
            titel=self.text("titel", "titel", data.get("titel", "")),
            riktning=self.choice("riktning", "riktning", data.get("riktning", "hoger")),
            raknare=self.count("raknare", data.get("raknare", 0)),
            exempel=self.flag("exempel", data.get("exempel", False)) or False,
            ovrigt={k: v for k, v in data.items() if k not in known and k not in ("format", "version")},
            **rows,
        )
        found = self.faults or faults(kedja)
        if found:
            raise Rejected(found)
        return kedja

    def rows(self, key: str, given: Any) -> tuple[Any, ...]:
        if not isinstance(given, list):
            self.faults.append(Fault("E_FORMAT", key, f"Skriv {NAMES[key]} som en lista."))
            return ()
        if len(given) > MOST[key]:
            self.faults.append(Fault("E_STORLEK", key, _too_many(key, len(given))))
            return ()
        return tuple(self.row(f"{key}.{n}", ROWS[key], row) for n, row in enumerate(given))

    def row(self, at: str, cls: type, given: Any) -> Any:
        if not isinstance(given, dict):
            self.faults.append(Fault("E_FORMAT", at, "Skriv den som ett objekt med namngivna uppgifter."))
            given = {}
        values: dict[str, Any] = {}
        for field in dc.fields(cls):
            value = given.get(field.name, "" if field.default is dc.MISSING else field.default)
            values[field.name] = self.value(f"{at}.{field.name}", field.name, value)
        known = values.keys() - {"ovrigt"}
        return cls(**values | {"ovrigt": {key: value for key, value in given.items() if key not in known}})

    def value(self, at: str, name: str, given: Any) -> Any:
        if name == "ovrigt":
            return {}
        if name == "om":
            several = given if isinstance(given, (list, tuple)) and len(given) <= MOST["pilar"] else ()
            return tuple(self.text(at, name, one) for one in several)
        if name == "varderas_i_pengar":
            return self.flag(at, given)
        if name in CHOICES:
            return self.choice(at, name, given)
        return self.text(at, name, given)

    def flag(self, at: str, given: Any) -> bool | None:
        if given is not None and not isinstance(given, bool):
            self.faults.append(Fault("E_VAL", at, "Skriv true eller false."))
            return None
        return given

    def count(self, at: str, given: Any) -> int:
        if isinstance(given, int) and not isinstance(given, bool) and 0 <= given <= HIGHEST:
            return given
        self.faults.append(Fault("E_TAL", at, "Skriv ett heltal som är 0 eller mer."))
        return 0

    def choice(self, at: str, name: str, given: Any) -> str:
        options = CHOICES[name]
        optional = name in ("kategori", "nar", "sakerhet")
        if isinstance(given, str) and (given in options or (optional and not given)):
            return given
        self.faults.append(Fault("E_VAL", at, f"Det valet finns inte. Skriv ett av: {', '.join(options)}."))
        return ""

    def text(self, at: str, name: str, given: Any) -> str:
        longest = LONGEST_NOTE if name in NOTES else LONGEST
        if not isinstance(given, str):
            self.faults.append(Fault("E_TEXT", at, "Skriv en text."))
            return ""
        if len(given) > longest:
            self.faults.append(Fault("E_TEXT", at, f"Texten är för lång. Korta den till {longest} tecken."))
            return ""
        if name in ("id", "fran", "till"):
            if not ID.fullmatch(given):
                self.faults.append(Fault("E_ID", at, "Skriv ett id med bara a–z, siffror, _ och -, högst 40 tecken."))
            return given
        return lines(given) if name in NOTES else one_line(given)


def _too_many(key: str, n: int) -> str:
    return f"Filen har {n} {NAMES[key]}, och vi klarar {MOST[key]}. Dela upp kedjan i flera."
