"""A writer's live reload: what she saves is shown, and what she has spelled wrong stops nothing but its own page."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.site.conftest import copy_of_the_project

pytestmark = pytest.mark.slow


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_of_the_project(tmp_path / "project")


@pytest.fixture
def address(project: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        at = f"127.0.0.1:{free.getsockname()[1]}"
    environment = {**os.environ, "PYTHONPATH": str(project), "NO_MKDOCS_2_WARNING": "1", "STOP_AT_FAULTS": "false"}
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--no-strict", "--dev-addr", at]
    running = subprocess.Popen(command, cwd=project, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    yield f"http://{at}"
    running.terminate()
    running.wait(10)


def shows(address: str, words: str) -> bool:
    """Whether the page comes to hold the words within half a minute."""
    for _ in range(60):
        time.sleep(0.5)
        try:
            with urllib.request.urlopen(address, timeout=20) as page:
                if words in page.read().decode():
                    return True
        except OSError:
            pass
    return False


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_page_a_value_a_template_and_a_calculator_are_shown_when_they_are_saved(project: Path, address: str) -> None:
    page = f"{address}/kalkylatorer/timkostnad/"
    assert shows(page, "Vanliga misstag")
    change(project / "docs/kalkylatorer/timkostnad.md", "Vanliga misstag", "Det som brukar bli fel")
    assert shows(page, "Det som brukar bli fel")
    change(project / "calculators/values/paslagsfaktor.toml", "value = 1.54", "value = 1.57")
    assert shows(page, "1,57")
    change(project / "calculators/views/templates/element.html", ">Resultat<", ">Svaret<")
    assert shows(page, ">Svaret<")
    change(project / "calculators/catalogue/timkostnad.py", '"Månadskostnad"', '"Kostnad per månad"')
    assert shows(page, "Kostnad per månad")


def test_a_name_that_does_not_exist_is_told_on_the_page_and_she_writes_on(project: Path, address: str) -> None:
    assert shows(address, "För vem?")
    change(project / "docs/index.md", "För vem?", "För vem? {{ varde('kalkylranta') }}")
    assert shows(address, "kalkylranta")
    change(project / "docs/index.md", "kalkylranta", "paslagsfaktor")
    assert shows(address, "1,54")
