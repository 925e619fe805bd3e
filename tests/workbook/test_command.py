"""The command line: a saved nyttokalkyl becomes a spreadsheet and comes home, and what is wrong is said as JSON."""

import io
import json
from pathlib import Path
from typing import Any

from calculators.commands import run
from calculators.saved import text_of
from calculators.session import example_state
from tests.workbook.strategies import CALC


def asked(*arguments: str) -> tuple[int, dict[str, Any]]:
    shown = io.StringIO()
    code = run(["workbook", *arguments], io.StringIO(), shown)
    reply: dict[str, Any] = json.loads(shown.getvalue())
    return code, reply


def test_there_and_back(tmp_path: Path) -> None:
    first, book, home = (str(tmp_path / name) for name in ("a.json", "a.xlsx", "b.json"))
    Path(first).write_text(text_of(CALC, example_state(CALC)), encoding="utf-8")
    assert asked(first, "-o", book) == (0, {"written": book})
    code, reply = asked(book, "-o", home)
    assert (code, reply["look_at"]) == (0, [])
    before, after = (json.loads(Path(name).read_text(encoding="utf-8"))["kalkyl"] for name in (first, home))
    assert [row["namn"] for row in after["nyttor"]] == [row["namn"] for row in before["nyttor"]]
    assert after["kostnader"][0]["faktorer"] == before["kostnader"][0]["faktorer"]


def test_what_is_wrong_is_said(tmp_path: Path) -> None:
    broken, out = tmp_path / "x.xlsx", str(tmp_path / "y")
    broken.write_bytes(b"PK\x03\x04")
    for file in (str(broken), str(tmp_path / "missing.xlsx"), str(tmp_path / "missing.json")):
        code, reply = asked(file, "-o", out)
        assert code == 2
        assert reply["errors"][0]["message"].endswith(".")
    faulty = tmp_path / "z.json"
    rows = [{"id": "N1", "perspektiv": "Ingen", "kategori": "finansiell", "arligt_varde": 1}]
    faulty.write_text(json.dumps({"version": 2, "calculator": "nyttokalkyl", "kalkyl": {"nyttor": rows}}), encoding="utf-8")
    code, reply = asked(str(faulty), "-o", out)
    assert (code, reply["errors"][0]["code"]) == (2, "E_PERSPEKTIV")
