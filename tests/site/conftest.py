"""The built site, and copies of the project to break on purpose."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from publish import SITE

ROOT = Path(__file__).parents[2]
SOURCES = ("calculators", "macros", "docs", "overrides", "mkdocs.yml")


def copy_of_the_project(to: Path) -> Path:
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, to / name, ignore=shutil.ignore_patterns("__pycache__", "runtime"))
        else:
            shutil.copy(source, to / name)
    return to


def mkdocs(project: Path, site: Path, **about: str) -> subprocess.CompletedProcess[str]:
    """Never with -q: it hides the warnings that stop a strict build."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(project), "NO_MKDOCS_2_WARNING": "1", **about},
        capture_output=True,
        text=True,
        check=False,
    )


TERM_LINK = re.compile(r"<a [^>]*nk-term[^>]*>(.*?)</a>")


def words_of(html: str) -> str:
    """A page without the links to the glossary, which any word of a page may be."""
    return TERM_LINK.sub(r"\1", html)


def built_file(site: Path, url: str) -> Path:
    """What the built site holds at an address."""
    path = urlsplit(url).path
    return site / path[1:] / "index.html" if path.endswith("/") else site / path[1:]


@pytest.fixture(scope="session")
def site() -> Path:
    """The site that will be published."""
    assert (SITE / "index.html").is_file(), "build the site first: make site"
    return SITE


OWNER, CONTACT = "Exempel kommun", "nytta@example.se"
CHAIN = """```effektkedja
# Digital bokning (exempel)
Digital bokning
  Invånaren bokar <själv> [Invånare]
    Färre samtal [Mottagningen]
      Nytta: Frigjord tid [Regionen] (omfördelning, i pengar)
```"""


@pytest.fixture(scope="session")
def added_to(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as it becomes with all that an editor adds: a note by the template, two chains, and who publishes it."""
    project, folder = copy_of_the_project(tmp_path_factory.mktemp("project")), tmp_path_factory.mktemp("site")
    notes = project / "docs/anvandarforum/traffar"
    text = (notes / "ny-anteckning.mall").read_text(encoding="utf-8").replace("ÅÅÅÅ-MM-DD", "2026-11-25")
    (notes / "2026-11-25.md").write_text(text, encoding="utf-8")
    with (project / "docs/index.md").open("a", encoding="utf-8") as file:
        file.write(f"\n{CHAIN}\n\n{CHAIN}\n")
    built = mkdocs(project, folder, SITE_OWNER=OWNER, SITE_CONTACT=CONTACT)
    assert built.returncode == 0, built.stdout + built.stderr
    return folder


@pytest.fixture
def build_with(tmp_path: Path) -> Callable[[str, str], subprocess.CompletedProcess[str]]:
    """Build a copy where one page holds one more paragraph."""

    def build(page: str, paragraph: str) -> subprocess.CompletedProcess[str]:
        project = copy_of_the_project(tmp_path / "project")
        with (project / "docs" / page).open("a", encoding="utf-8") as file:
            file.write(f"\n{paragraph}\n")
        return mkdocs(project, tmp_path / "site")

    return build
