"""The house rules that a test can hold: where imports may lead, sizes, words, and how numbers are computed and written."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ENGINE = ROOT / "calculators"
HOUSES = [folder for folder in (ENGINE, ROOT / "macros", ROOT / "publish") if folder.is_dir()]
SOURCES = sorted(p for folder in HOUSES for p in folder.rglob("*.py"))
MODULES = sorted(ENGINE.rglob("*.py"))
WRITTEN = [*MODULES, *sorted(ENGINE.rglob("*.html"))]
# From the outside in: a room may import those below it, and itself.
ROOMS = (
    ("__main__",),
    ("browser", "commands"),
    ("followup", "register_page"),
    ("bench",),
    ("chain_command",),
    ("views", "workbook"),
    ("registerbord",),
    ("register",),
    ("answers", "rapport", "easel"),
    ("documents",),
    ("session", "chaining", "monster", "files"),
    ("saved",),
    ("link", "rows", "desk"),
    ("registry",),
    ("catalogue",),
    ("referens",),
    ("uppfoljning",),
    ("kalkyl", "chain"),
    ("derivation",),
    ("wire", "underlag", "arligt"),
    ("schema", "drivmedel"),
    ("standard", "filtext"),
    ("swedish", "latest", "cores", "finance", "internal_rate", "formula", "fault", "nesting", "scale", "kategorier", "beside"),
)
DEPTH = {room: depth for depth, rooms in enumerate(ROOMS) for room in rooms}
NO_ROOMS = {"utils", "helpers", "core", "common", "services", "manager", "lib", "misc"}
NO_CLOCK = {"time", "random", "secrets", "uuid", "socket", "http", "ssl", "requests"}
CHANCE = ENGINE / "kalkyl/osakerhet/dragning.py"  # the only module with chance in it, and it is seeded
COUNTING = {"kalkyl/doubts.py"}  # counts values with sum, and adds no amounts


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def nodes(path: Path) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def imports(path: Path) -> Iterator[str]:
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield f"{node.module}.{node.names[0].name}" if node.module == "calculators" else str(node.module)


def calls(path: Path) -> set[str]:
    return {n.func.id for n in nodes(path) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)}


engine = pytest.mark.parametrize("path", MODULES, ids=named)
everywhere = pytest.mark.parametrize("path", SOURCES, ids=named)


@engine
def test_imports_lead_inward(path: Path) -> None:
    room = path.relative_to(ENGINE).parts[0].removesuffix(".py")
    for name in imports(path):
        if name.startswith("calculators.") and room != "__init__":
            other = name.split(".")[1]
            if other != "VERSION":
                assert {room, other} <= set(DEPTH), f"give {room} and {other} a place in ROOMS"
                assert room == other or DEPTH[room] < DEPTH[other], f"{room} may not import {other}"
        assert name.split(".")[0] not in {"macros", "publish", "tests", "mkdocs"}


@engine
def test_the_engine_has_no_clock_no_chance_and_no_network(path: Path) -> None:
    allowed = {"random"} if path == CHANCE else set()
    assert not {name.split(".")[0] for name in imports(path)} & (NO_CLOCK - allowed)
    assert not {n.attr for n in nodes(path) if isinstance(n, ast.Attribute)} & {"now", "today", "utcnow", "urlopen"}


def test_chance_is_seeded() -> None:
    drawn = [
        n for n in nodes(CHANCE) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name) and n.func.id == "Random"
    ]
    names = [
        alias.name for n in nodes(CHANCE) if isinstance(n, ast.ImportFrom) and n.module == "random" for alias in n.names
    ]
    assert names == ["Random"]
    assert drawn
    assert all(len(call.args) == 1 for call in drawn)


@engine
def test_amounts_are_never_raised_to_a_power_nor_summed_inexactly(path: Path) -> None:
    assert not any(isinstance(n, ast.BinOp) and isinstance(n.op, ast.Pow) for n in nodes(path))
    if path.relative_to(ENGINE).as_posix() not in COUNTING:
        assert not calls(path) & {"sum", "pow"}, "use math.fsum"


@engine
def test_only_swedish_turns_a_number_into_text(path: Path) -> None:
    if path.name == "swedish.py" or path.parent.name == "charts":  # a chart writes places, which nobody reads
        return
    assert not calls(path) & {"format", "round"}
    for node in nodes(path):
        assert not (isinstance(node, ast.FormattedValue) and node.format_spec), f"line {node.lineno}"
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod):
            assert not (isinstance(node.left, ast.Constant) and isinstance(node.left.value, str)), f"line {node.lineno}"


@everywhere
def test_a_module_and_its_functions_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 250
    for node in nodes(path):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 40, node.name


@everywhere
def test_no_room_has_a_name_that_says_nothing(path: Path) -> None:
    assert not {part.removesuffix(".py") for part in path.relative_to(ROOT).parts} & NO_ROOMS


@everywhere
def test_a_module_says_what_it_is(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not text.strip() or ast.get_docstring(ast.parse(text))


@pytest.mark.parametrize("path", WRITTEN, ids=named)
def test_no_reader_is_scolded(path: Path) -> None:
    text = path.read_text(encoding="utf-8").lower()
    assert not [word for word in ("ogiltig", "felaktig", "vänligen", "tyvärr") if word in text]


@pytest.mark.parametrize("path", [*SOURCES, *WRITTEN[len(MODULES) :]], ids=named)
def test_nothing_is_left_for_later(path: Path) -> None:
    assert not re.search(r"\b(TODO|FIXME|XXX|HACK)\b", path.read_text(encoding="utf-8"))
