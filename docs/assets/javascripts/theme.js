// What we would have otherwise of the theme.
//
// It jumps to the next page at the letter n, to the one before at p, to the search at f and s. A letter that is pressed
// where there happens to be no field must do nothing (WCAG 2.1.4).
document.addEventListener("keydown", (event) => {
  const at = /** @type {Element} */ (event.target);
  const letter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (letter && !at.matches("input, select, textarea, [contenteditable]")) event.stopPropagation();
});

// After an instant page change the theme leaves focus on <body>, and the window where it was if it was scrolled just before.
// Put both on what the address names, or on the heading, so that a keyboard starts there and a screen reader says where it is.

/** @type {{subscribe(next: () => void): void} | undefined} */
const pages = /** @type {any} */ (window).document$;
let first = true;
let back = false; // then the theme finds the place where she was
addEventListener("popstate", () => (back = history.state !== null)); // null for a jump to a part, which the theme makes into one
addEventListener("click", () => (back = false), true);

pages?.subscribe(() => {
  const name = new URLSearchParams(`at=${location.hash.slice(1)}`).get("at"); // decodes, and what it can't decode it leaves
  const named = document.getElementById(name ?? "");
  const place = /** @type {HTMLElement | null} */ (location.hash ? named : document.querySelector(".md-content h1"));
  if (!first && place && !(back && named)) {
    if (place.tabIndex < 0) place.tabIndex = -1;
    place.focus({ preventScroll: true });
    if (named) place.scrollIntoView();
  }
  first = back = false;
});
