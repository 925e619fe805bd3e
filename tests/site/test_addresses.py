"""Whoever has linked to the site finds what she linked to: no address that was public disappears without a redirect."""

from pathlib import Path

from publish.addresses import addresses, kept, lost


def test_no_public_address_has_disappeared(site: Path) -> None:
    assert lost(site) == []


def test_the_list_holds_pages_headings_rows_terms_and_fields() -> None:
    for address in (
        "/metod/rakna/",
        "/standardvarden/#varde-diskonteringsranta",
        "/ordlista/#omfordelningsnytta",
        "/film/#film-hsa",
        "/fragor/#nar-lonar-det-sig",
        "/kalkylatorer/timkostnad/#timkostnad--manadslon",
    ):
        assert address in kept()


def test_the_list_is_in_order_and_holds_each_address_once() -> None:
    assert kept() == sorted(set(kept()))


def test_an_address_that_disappears_is_named_and_one_that_has_moved_is_not(tmp_path: Path) -> None:
    for address in {address.partition("#")[0] for address in kept()}:
        page = tmp_path / address[1:] / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text('<meta http-equiv="refresh" content="0; url=../">', encoding="utf-8")
    assert lost(tmp_path) == []
    (tmp_path / "film/index.html").write_text('<article><h1 id="film">Film</h1></article>', encoding="utf-8")
    assert "/film/#film-hsa" in lost(tmp_path)
    assert "/film/#film" not in lost(tmp_path)
    assert "/film/" in set(addresses(tmp_path))
