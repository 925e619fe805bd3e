"""Somebody who uses the page by keyboard alone."""

from pathlib import Path

from playwright.sync_api import Page

FURTHEST = 600  # presses of Tab; the page has fewer fields


class Hands:
    """Somebody who has no mouse."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def at(self, selector: str) -> bool:
        return bool(self.page.evaluate("s => document.activeElement?.matches(s) ?? false", selector))

    def to(self, selector: str, key: str = "Tab") -> None:
        """Tab, until the keyboard is there; Shift+Tab for what lies before."""
        for _ in range(FURTHEST):
            if self.at(selector):
                return
            self.page.keyboard.press(key)
        where = self.page.evaluate("document.activeElement?.outerHTML.slice(0, 200)")
        raise AssertionError(f"the keyboard never came to {selector}, it is at {where}")

    def presses(self, selector: str, key: str = "Enter") -> None:
        self.to(selector)
        self.page.keyboard.press(key)

    def writes(self, name: str, text: str) -> None:
        self.to(f"[name='{name}']")
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(text)

    def picks(self, name: str, words: str) -> None:
        """The option that begins with these words, by the arrows."""
        field = self.page.locator(f"select[name='{name}']")
        self.to(f"select[name='{name}']")
        self.page.keyboard.press("Home")
        for _ in range(field.locator("option").count()):
            if (field.locator("option:checked").text_content() or "").startswith(words):
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"{name} has no {words}")

    def opens(self, selector: str, file: Path) -> None:
        """Choose a file, once the keyboard is at the field for it."""
        self.to(selector)
        with self.page.expect_file_chooser() as chooser:
            self.page.keyboard.press("Space")
        chooser.value.set_files(file)

    def saves(self, selector: str, folder: Path, key: str = "Tab") -> Path:
        """The file that a button gives."""
        self.to(selector, key)
        with self.page.expect_download() as download:
            self.page.keyboard.press("Enter")
        file = folder / download.value.suggested_filename
        download.value.save_as(file)
        return file

    def pastes(self, name: str, text: str) -> None:
        """What was copied in another program."""
        self.to(f"[name='{name}']")
        self.page.evaluate("text => navigator.clipboard.writeText(text)", text)
        self.page.keyboard.press("Control+v")
