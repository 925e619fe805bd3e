"""Tests that share a server, a program or a long preparation run in one process, however many processes there are."""

import pytest


@pytest.mark.xdist_group("together")
def test_a_group_is_seen_by_what_spreads_the_tests(request: pytest.FixtureRequest) -> None:
    """Not so with every pytest: a newer one hides the mark from pytest-xdist, and nothing says so."""
    if getattr(request.config.option, "loadgroup", False):
        assert request.node.nodeid.endswith("@together")
