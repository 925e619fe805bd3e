"""The command line as its users meet it: exact keys, exit codes, streaming, and never a traceback."""

import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from calculators.commands import answer
from calculators.registry import calculator, ids
from calculators.saved import text_of
from calculators.session import example_state
from calculators.wire import encode

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-m", "calculators"]


def run(*arguments: str, given: bytes | str = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    done = subprocess.run(
        [*COMMAND, *arguments],
        cwd=ROOT,
        input=given.encode() if isinstance(given, str) else given,
        env={**os.environ, **environment},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    return done


def answered(*arguments: str, given: bytes | str, code: int) -> dict[str, Any]:
    done = run("answer", *arguments, given=given)
    assert done.returncode == code, done.stdout
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_the_list_names_every_calculator() -> None:
    done = run("list")
    assert done.returncode == 0
    assert [line.split("\t")[0] for line in done.stdout.decode().splitlines()] == list(ids())


@pytest.mark.parametrize("id", ids())
def test_a_description_is_json(id: str) -> None:
    done = run("describe", id)
    assert (done.returncode, json.loads(done.stdout)["id"]) == (0, id)


def test_a_description_says_every_limit_of_a_field() -> None:
    fields = {field["id"]: field for field in json.loads(run("describe", "timkostnad").stdout)["inputs"]}
    assert fields["manadslon"]["low"] == 0
    assert fields["arbetstid_h_per_manad"]["above"] == 0
    rate = next(f for f in json.loads(run("describe", "nyttokalkyl").stdout)["inputs"] if f["id"] == "ranta")
    assert (rate["low"], rate["below"]) == (0, 1)


def test_an_answer_leaves_0_and_faults_leave_2() -> None:
    assert (
        answered("timkostnad", given='{"input": {"manadslon": 41800}}', code=0)["output"]["timkostnad_avrundad"] == 453
    )
    faults = answered("timkostnad", given='{"input": {"manadslon": -1, "x": 2}}', code=2)["errors"]
    assert [(f["code"], f["field"]) for f in faults] == [("E_NEGATIV", "manadslon"), ("E_FALT", "x")]


@pytest.mark.parametrize("arguments", [("describe", "x"), ("answer", "x"), ("answer",)])
def test_an_unknown_calculator_leaves_2_and_says_which_there_are(arguments: tuple[str, ...]) -> None:
    done = run(*arguments, given="{}")
    assert done.returncode == 2
    assert all(id in json.loads(done.stdout)["errors"][0]["message"] for id in ids())


BROKEN: dict[str, bytes] = {
    "nothing": b"",
    "no JSON": b'{"input": ',
    "NaN": b'{"input": {"manadslon": NaN}}',
    "Infinity": b'{"input": {"manadslon": -Infinity}}',
    "1e400": b'{"input": {"manadslon": 1e400}}',
    "many digits": b'{"input": {"manadslon": %s}}' % (b"9" * 10_000),
    "deep": b'{"input": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "huge": b'{"input": {"namn": "' + b"x" * 60_000_000 + b'"}}',
    "no text": b'{"input": {"manadslon": "\xff\xfe"}}',
    "half a character": b'{"input": {"\\ud800": 1}}',
    "a list": b"[]",
    "null": b"null",
    "zero bytes": b"\x00\x00",
    "twice": b'{"input": {}} {"input": {}}',
    "byte order mark": b'\xef\xbb\xbf{"input": {"manadslon": "x"}}',
}


@pytest.mark.parametrize("given", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_document_leaves_2_and_a_clear_error(given: bytes) -> None:
    for error in answered("timkostnad", given=given, code=2)["errors"]:
        assert error["code"].startswith("E_")
        assert error["message"].endswith(".")


@pytest.mark.parametrize(
    "locale", [{"LC_ALL": "C", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "latin-1"}, {"PYTHONIOENCODING": "ascii"}]
)
def test_the_answer_is_utf_8_in_every_locale(locale: dict[str, str]) -> None:
    done = run("answer", "nyttokalkyl", given='{"input": {"perspektiv": ["Ån ✓"]}}', **locale)
    assert "Ån ✓" in json.loads(done.stdout.decode())["output"]["troligt"]["per_perspektiv"]


def line(manadslon: Any) -> str:
    return json.dumps({"calculator": "timkostnad", "input": {"manadslon": manadslon}})


def test_lines_are_answered_in_order_with_faults_in_their_places() -> None:
    lines = [line(100 * n) for n in range(500)]
    lines[7], lines[9] = "{", line("x")
    done = run("answer", "--lines", given="\n".join(lines) + "\n\n")
    replies = [json.loads(reply) for reply in done.stdout.splitlines()]
    assert (done.returncode, len(replies)) == (0, 500)
    for n, reply in enumerate(replies):
        if n in (7, 9):
            assert reply["errors"][0]["code"] == "E_TAL"
        else:
            assert reply["output"]["manadskostnad"] == pytest.approx(154 * n)


def test_a_line_is_answered_before_the_next_one_is_written() -> None:
    with subprocess.Popen(
        [*COMMAND, "answer", "--lines"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for wage in (33100, 41800):
            process.stdin.write(line(wage) + "\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["output"]["timkostnad_avrundad"] in (359, 453)
        process.stdin.close()
        assert process.wait(timeout=20) == 0


def test_a_reader_who_has_seen_enough_stops_it_without_a_crash() -> None:
    with subprocess.Popen(
        [*COMMAND, "answer", "--lines"],
        cwd=ROOT,
        bufsize=0,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        with contextlib.suppress(BrokenPipeError):
            for n in range(5000):
                process.stdin.write(f"{line(n)}\n".encode())
        process.wait(timeout=20)
        assert b"Traceback" not in process.stderr.read()


def test_a_command_that_is_none_leaves_2_and_a_usage() -> None:
    done = run("rakna")
    assert done.returncode == 2
    assert b"usage" in done.stderr


def test_saved_documents_are_answered_as_their_pages_show_them(tmp_path: Path) -> None:
    calc = calculator("nyttokalkyl")
    sound, broken = tmp_path / "hel.json", tmp_path / "trasig.json"
    sound.write_text(text_of(calc, example_state(calc)), encoding="utf-8")
    broken.write_text("{", encoding="utf-8")
    done = run("answer", "--document", str(sound), str(broken), str(tmp_path / "borta.json"))
    assert done.returncode == 2
    first, second, third = map(json.loads, done.stdout.decode().splitlines())
    assert first["output"]["troligt"] == json.loads(encode(answer("nyttokalkyl", calc.examples[0].given, None)))["output"]["troligt"]
    assert "ingen kalkyl" in second["errors"][0]["message"]
    assert "gick inte att läsa" in third["errors"][0]["message"]
