"""A second opinion on the reference calculations: tests/cases/models.json, computed without the engine."""

from __future__ import annotations

import fnmatch
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from hypothesis import strategies as st

from tests.published import case

MODELS: dict[str, Any] = case("models")["kalkylatorer"]
FUELS: dict[str, float] = case("models")["drivmedel_kr_per_mil"]
LEVELS = ("lagst", "troligt", "hogst")
SEVERITY = ("", "info", "fråga", "varning", "fel")
MORE_THAN_ZERO = {"snitthastighet_kmh", "brukare_per_surfplatta"}  # an explicit 0 there is E_DIV0
OURS_ALONE = {"egen_brukare"}  # fields where we ask what the models ask at their siblings

Values = dict[str, Any]


def computed(formula: str, values: Mapping[str, Any]) -> Any:
    """The formulas of the models are Python expressions."""
    return eval(formula, {"__builtins__": {}, "max": max, "delat": lambda a, b: a / b if b else 0.0}, dict(values))


def values_at(model: Mapping[str, Any], given: Mapping[str, Any], level: str) -> Values:
    """Fields, constants, intermediate values, and for each row its hours ("id.h") and kr a year."""
    filled = {**given, **given.get(level, {})}
    values: Values = {k["id"]: float(k["varde"]) for k in model["konstanter"] if k["varde"].isdecimal()}
    for falt in model["falt"]:
        value = filled.get(falt["id"])
        values[falt["id"]] = (falt["forval"] or 0.0) if value is None else value
    own = values.get("drivmedel_eget_kr_per_mil", 0.0)
    values["drivmedel_kr_per_mil"] = own if values["drivmedel"] == "eget" else FUELS.get(values["drivmedel"], 0.0)
    values["uppat"] = (lambda x: math.ceil(round(x, 11))) if given.get("avrunda_plattor_uppat") else lambda x: x
    for mellan in model["mellan"]:
        values[mellan["id"]] = computed(mellan["formel"], values)
    values["S"] = 1.0
    if given.get("insatstid_skalning") == "proportionell":
        values["S"] = computed("delat(ersatta_per_dag_netto, ersatta_per_dag_summa)", values)
    for rad in model["rader"]:
        hours = computed(rad["timmar"], values) if rad["timmar"] else None
        values[f"{rad['id']}.h"] = hours
        values[rad["id"]] = computed(rad["formel"], {**values, "H": hours})
    return values


def year_factors(rad: Mapping[str, Any], given: Mapping[str, Any]) -> list[float]:
    horisont = given.get("horisont", 6)
    factor = given.get("faktorer", {}).get(rad["id"], rad["profil"])
    if isinstance(factor, str):
        return [1.0 if factor == "lopande" or year == 0 else 0.0 for year in range(horisont)]
    return list(factor)


def discounting(given: Mapping[str, Any]) -> list[float]:
    first = {"t0": 0, "t1": 1}.get(given.get("diskontering", "t0"))
    rate = given.get("ranta", 0.03)
    return [1.0 if first is None else (1 + rate) ** -(year + first) for year in range(given.get("horisont", 6))]


def over_the_years(model: Mapping[str, Any], given: Mapping[str, Any], level: str) -> Values:
    """Sums of one level, discounted and not, by side, row, category and party."""
    values, discount = values_at(model, given, level), discounting(given)
    found: Values = {"per_rad": {}, "per_kategori": {}, "per_perspektiv": {}, "odiskonterat": {}}
    for side, many in (("nytta", "nyttor"), ("kostnad", "kostnader")):
        rows = [rad for rad in model["rader"] if rad["sida"] == side]
        kr = {r["id"]: [values[r["id"]] * f for f in year_factors(r, given)] for r in rows}
        discounted = {id: [x * d for x, d in zip(row, discount, strict=True)] for id, row in kr.items()}
        found[f"{many}_per_ar"] = [math.fsum(year) for year in zip(*discounted.values(), strict=True)]
        found[f"summa_{many}"] = math.fsum(found[f"{many}_per_ar"])
        found["odiskonterat"][f"summa_{many}"] = math.fsum(x for row in kr.values() for x in row)
        found["per_rad"] |= {id: math.fsum(row) for id, row in discounted.items()}
        for by, names in (("kategori", ("finansiell", "omfordelning")),
                          ("perspektiv", ("kommunen", "brukare", "personal", "samhallet"))):  # fmt: skip
            for name in names:
                part = math.fsum(found["per_rad"][r["id"]] for r in rows if r[by] == name)
                found[f"per_{by}"].setdefault(name, {})[side] = part
    found["nettonytta"] = found["summa_nyttor"] - found["summa_kostnader"]
    return found


def hours_over_the_years(model: Mapping[str, Any], given: Mapping[str, Any]) -> Values:
    values, found = values_at(model, given, "troligt"), {}
    for side, name in (("nytta", "frigjorda"), ("kostnad", "satsade")):
        rows = [rad for rad in model["rader"] if rad["sida"] == side and rad["timmar"]]
        years = [[values[f"{r['id']}.h"] * f for f in year_factors(r, given)] for r in rows]
        found[f"{name}_per_ar"] = [math.fsum(year) for year in zip(*years, strict=True)]
        found[f"{name}_summa"] = math.fsum(found[f"{name}_per_ar"])
        horizon = given.get("horisont", 6)
        found[f"arsarbetare_{name}_snitt"] = found[f"{name}_summa"] / horizon / given.get("arsarbetstid", 1700)
    return found


def fields_of_check(model: Mapping[str, Any], kontroll: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Each field that a check speaks at, and the part of its condition that is about that field."""
    if "*" not in kontroll["falt"]:
        yield kontroll["falt"], kontroll["villkor"]
        return
    parts = kontroll["villkor"].split(" or ")
    for falt in fnmatch.filter([f["id"] for f in model["falt"]], kontroll["falt"]):
        for part in parts:
            if falt in names(part):
                yield falt, part if len(parts) > 1 else f"{falt} > 0 and ({part})"


def names(formula: str) -> list[str]:
    return re.findall(r"[a-z_][a-z0-9_]*", formula)


def strongest(found: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Field → the most serious level that speaks there."""
    levels: dict[str, str] = {}
    for field, level in found:
        levels[field] = max(levels.get(field, ""), level, key=SEVERITY.index)
    return {field: level for field, level in levels.items() if field not in OURS_ALONE}


def doubts_of(model: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, str]:
    """What the checks of the models say about filled-in figures."""
    values = values_at(model, given, "troligt")
    return strongest([
        (field, kontroll["niva"])
        for kontroll in model["kontroller"]
        for field, condition in fields_of_check(model, kontroll)
        if computed(condition, values)
    ])  # fmt: skip


def figures(falt: Mapping[str, Any]) -> st.SearchStrategy[Any]:
    """Sound values of a field of the models, seldom 0: a product with one 0 in it tells nothing of the others."""
    if falt["enhet"] == "val":
        return st.sampled_from([*FUELS, "eget"])
    high = 1 if falt["max"] == 1 else 900
    usual = st.integers(1, 1000 * high).map(lambda x: x / 1000)
    ends = st.sampled_from([1, high] if falt["id"] in MORE_THAN_ZERO else [0, 1, high])
    return st.integers(0, 9).flatmap(lambda n: usual if n else ends)


@st.composite
def inputs(draw: st.DrawFn, id: str, missing: bool = True) -> Values:
    """Inputs of a reference calculation; with `missing` some are left out, and there are options."""
    model = MODELS[id]
    fields = {falt["id"]: figures(falt) for falt in model["falt"]}
    given: Values = draw(st.fixed_dictionaries(fields))
    left_out = draw(st.lists(st.sampled_from(sorted(fields)), max_size=5)) if missing else []
    return {k: v for k, v in given.items() if k not in left_out} | (draw(options(id, fields)) if missing else {})


@st.composite
def options(draw: st.DrawFn, id: str, fields: Mapping[str, st.SearchStrategy[Any]]) -> Values:
    horisont = draw(st.sampled_from([6, 15, 25]))
    numbers = {name: values for name, values in fields.items() if name != "drivmedel"}
    others = st.lists(st.sampled_from(sorted(numbers)), max_size=4, unique=True).flatmap(
        lambda some: st.fixed_dictionaries({name: numbers[name] for name in some})
    )
    factors = st.sampled_from(["lopande", "engang"]) | st.lists(
        st.sampled_from([0, 0.5, 1, 1.2]), min_size=horisont, max_size=horisont
    )
    rows = st.sampled_from([rad["id"] for rad in MODELS[id]["rader"]])
    about = {
        "ranta": st.sampled_from([0, 0.03, 0.05]), "diskontering": st.sampled_from(["t0", "t1", "ingen"]),
        "arsarbetstid": st.sampled_from([1600, 1700]), "startar": st.sampled_from([1, 2027]),
        "lagst": others, "hogst": others, "faktorer": st.dictionaries(rows, factors, max_size=3),
    }  # fmt: skip
    if id == "digitala_besok":
        about["insatstid_skalning"] = st.sampled_from(["ingen", "proportionell"])
    if id == "digitala_inkop":
        about["avrunda_plattor_uppat"] = st.booleans()
    found: Values = draw(st.fixed_dictionaries({"horisont": st.just(horisont)}, optional=about))
    return found
