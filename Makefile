# Everything that a developer or CI does. Each command does its own set-up, and needs no network the second time.
PYTHON ?= python3
PORT ?= 8000
UV_VERSION = 0.13.9
UV = $(shell command -v uv || echo .tools/bin/uv)
PY = .venv/bin/python
SPREAD = -n auto --dist loadgroup
export UV_PYTHON_DOWNLOADS = never

.PHONY: serve edit test check bench site setup clean

serve: export SITE_URL ?= http://127.0.0.1:$(PORT)/
serve: site  ## build the real site and serve it as in production
	$(PY) -m publish serve --port $(PORT)

edit: setup  ## live reload for writers
	$(PY) -m publish edit --port $(PORT)

site: setup
	$(PY) -m publish site

test: check  ## everything, a real browser included
	$(PY) -m publish chromium
	$(PY) -m publish libreoffice
	$(PY) -m pytest -q $(SPREAD) tests -m slow

check: site  ## what to run before each commit: under two minutes
	$(PY) -m ruff check .
	$(PY) -m mypy --strict calculators macros publish
	node_modules/.bin/tsc -p .
	node_modules/.bin/html-validate "site/**/*.html"
	$(PY) -m pytest -q $(SPREAD) tests -m "not slow"

bench: site  ## the measured bars, in one run
	$(PY) -m publish chromium
	$(PY) -m bench

setup: .venv/.done node_modules/.done

.tools/bin/uv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: see README.md"; exit 1; }
	$(PYTHON) -m venv .tools
	.tools/bin/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)

.venv/.done: pyproject.toml uv.lock | $(filter .tools/bin/uv,$(UV))
	$(UV) sync --quiet --locked --group dev --python $(PYTHON)
	@touch $@

node_modules/.done: package.json package-lock.json
	@node -e 'process.exit(Number(process.versions.node.split(".")[0]) < 20 ? 1 : 0)' || { echo "Node 20 or newer is needed: see README.md"; exit 1; }
	npm ci --no-audit --no-fund --loglevel=error
	@touch $@

clean:
	rm -rf site .cache docs/assets/runtime
