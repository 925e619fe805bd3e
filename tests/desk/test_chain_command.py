"""The effektkedja on the command line: every file out, every file in, clear errors."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from calculators.chain.formats import opened_bytes
from calculators.views.chain.files import EXPORTS

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "calculators/chain/examples/digital-bokning.json"


def run(*arguments: str, given: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    done = subprocess.run(
        [sys.executable, "-m", "calculators", "chain", *arguments],
        cwd=ROOT, input=given, env={**os.environ, **environment}, capture_output=True, timeout=60, check=False,
    )  # fmt: skip
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    return done


@pytest.mark.parametrize("out", EXPORTS)
def test_a_chain_becomes_every_kind_of_file(out: str, tmp_path: Path) -> None:
    done = run(str(EXAMPLE), "--out", out)
    assert (done.returncode, done.stderr) == (0, b"")
    target = tmp_path / "kedja"
    assert run(str(EXAMPLE), "--out", out, "--to", str(target)).returncode == 0
    assert target.read_bytes() == done.stdout


@pytest.mark.parametrize("out", ["svg", "drawio", "mermaid", "csv", "json", "rader"])
def test_what_was_written_can_be_read_again(out: str, tmp_path: Path) -> None:
    file = tmp_path / "kedja.fil"
    file.write_bytes(run(str(EXAMPLE), "--out", out).stdout)
    again = run(str(file), "--out", "json")
    assert len(opened_bytes(again.stdout).kedja.lador) == len(opened_bytes(EXAMPLE.read_bytes()).kedja.lador)


def test_indented_lines_come_from_standard_in() -> None:
    given = "Digital bokning\n  Bokar själv\n    Färre samtal\n".encode()
    assert (
        "Förändringen ”Digital bokning” innebär det nya arbetssättet ”Bokar själv”"
        in run("-", given=given).stdout.decode()
    )


def test_questions_are_json_with_a_sentence_of_how_many_are_left() -> None:
    asked = json.loads(run(str(EXAMPLE), "--out", "checks").stdout)
    assert asked["sammanfattning"] == f"{len(asked['fragor'])}\u00a0frågor kvar att prata om"
    assert {"kod", "slag", "text", "varfor", "lador", "pilar", "avfardad"} == asked["fragor"][0].keys()


def test_the_picture_has_the_form_and_the_way_that_were_asked_for() -> None:
    wide, tall = (run(str(EXAMPLE), "--out", "svg", "--form", form).stdout for form in ("bred", "mobil"))
    assert wide != tall != run(str(EXAMPLE), "--out", "svg", "--form", "mobil", "--goals", "vanster").stdout


def test_what_could_not_be_taken_in_is_told_beside_the_file() -> None:
    done = run("-", "--out", "json", given="Text\tTyp\nFärre samtal\tvinst\n".encode())
    assert done.returncode == 0
    assert "blev effekter" in done.stderr.decode()
    assert json.loads(done.stdout)["lador"][0]["typ"] == "effekt"


@pytest.mark.parametrize(
    "arguments", [("finns-inte.json",), (".",), (str(EXAMPLE), "--out", "json", "--to", "/finns/inte/alls.json")]
)
def test_a_file_that_is_not_there_leaves_2_and_a_sentence(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert [error["code"] for error in json.loads(done.stdout)["errors"]] == ["E_FIL"]


@pytest.mark.parametrize("given", [b"", b"{", b"[1]", b"<svg", b"\xff\xfe\x00", b'{"lador": [{"id": 3}]}'])
def test_what_can_not_be_read_leaves_2_and_clear_errors(given: bytes, tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    file.write_bytes(given)
    done = run(str(file))
    assert done.returncode == 2
    for error in json.loads(done.stdout)["errors"]:
        assert error["code"].startswith("E_")
        assert error["message"].endswith(".")


def test_the_output_is_utf_8_in_every_locale() -> None:
    assert (
        "Förändring"
        in run(str(EXAMPLE), "--out", "rader", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii").stdout.decode()
    )
