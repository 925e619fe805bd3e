"""The engine's tests pass inside Pyodide in Node, and every path of the engine runs on the library that the browser gets."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import hypothesis
import pytest

from publish import CACHE, ROOT
from publish.node import run_in_pyodide
from publish.runtime import TARGET, build
from tests.bits import digests
from tests.wasm.declared import told

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("wasm")]
SITE = Path(hypothesis.__file__).parents[1]  # pytest and jinja2 are pure Python
REPOSITORY = {f"/repo/{name}": ROOT / name for name in ("bench", "calculators", "macros", "publish", "tests")}
TESTS = """
import contextlib, io, json, os
os.environ |= {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "HYPOTHESIS_PROFILE": "wasm"}
os.chdir("/repo")
open("/repo/pytest.ini", "w").write("[pytest]\\npythonpath = .\\nmarkers = slow\\n")
import pytest

class Tally:
    passed, failed = 0, []

    def pytest_runtest_logreport(self, report):
        self.passed += report.when == "call" and report.passed
        if report.failed:
            self.failed.append(report.nodeid + chr(10) + report.longreprtext[-1500:])

    def pytest_collectreport(self, report):
        if report.failed:
            self.failed.append(report.nodeid + chr(10) + report.longreprtext[-1500:])

tally = Tally()
with contextlib.redirect_stdout(io.StringIO()):
    files = sorted(f"tests/{name}" for name in os.listdir("tests") if name.startswith("test_"))
    code = pytest.main(["-q", "-p", "no:cacheprovider", "-m", "not slow", *files], plugins=[tally])
json.dumps({"code": int(code), "passed": tally.passed, "failed": tally.failed})
"""
DIGESTS = """
import json, os
os.chdir("/repo")
from tests.bits import digests
from tests.wasm.declared import told
json.dumps(digests())
"""
DECLARED = """
import json
from tests.wasm.declared import told
json.dumps(told())
"""
EXERCISE = """
from publish.exercise import everything
everything()
"done"
"""


@pytest.fixture(scope="module")
def pure_hypothesis() -> Path:
    """The last hypothesis without compiled code: newer ones have none for the browser's Python."""
    target = CACHE / "hypothesis-for-wasm"
    if not target.is_dir():
        uv = shutil.which("uv") or str(ROOT / ".tools/bin/uv")
        wanted = ["--no-deps", "--require-hashes", "-r", str(Path(__file__).parent / "hypothesis.txt")]
        where = ["--target", f"{target}.part", "--python", sys.executable]
        subprocess.run([uv, "pip", "install", "--quiet", *where, *wanted], check=True)
        Path(f"{target}.part").rename(target)
    return target


def test_the_engines_tests_pass_in_pyodide(pure_hypothesis: Path) -> None:
    folders = {"/hypothesis": pure_hypothesis, "/site": SITE, **REPOSITORY}
    path = ["/hypothesis", "/site", "/repo"]
    found = json.loads(run_in_pyodide(TESTS, name="tests", folders=folders, path=path))
    assert not found["failed"], "\n\n".join(found["failed"])
    assert found["code"] == 0
    assert found["passed"] > 500


def test_every_page_is_the_same_text_in_pyodide() -> None:
    found = run_in_pyodide(DIGESTS, name="digests", folders={"/site": SITE, **REPOSITORY}, path=["/site", "/repo"])
    assert json.loads(found) == digests()


def test_every_path_of_the_engine_finds_its_modules_in_the_trimmed_library() -> None:
    build()
    (library,) = TARGET.glob("pyodide-*/python_stdlib.zip")
    (wheel,) = TARGET.glob("engine-*/*.whl")
    folders = {"/src/publish": ROOT / "publish"}
    done = run_in_pyodide(EXERCISE, name="exercise", stdlib=library, wheels=[wheel], folders=folders, path=["/src"])
    assert done == "done"


def test_a_dataclass_keeps_its_promises_though_its_methods_are_compiled_when_used() -> None:
    build()
    (library,) = TARGET.glob("pyodide-*/python_stdlib.zip")
    found = run_in_pyodide(DECLARED, name="declared", stdlib=library, folders={"/repo/tests": ROOT / "tests"}, path=["/repo"])
    assert json.loads(found) == told()
