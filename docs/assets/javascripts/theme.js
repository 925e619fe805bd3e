// What we would have otherwise of the theme.
//
// It jumps to the next page at the letter n, to the one before at p, to the search at f and s. A letter that is pressed
// where there happens to be no field must do nothing (WCAG 2.1.4).
document.addEventListener("keydown", (event) => {
  const at = /** @type {Element} */ (event.target);
  const letter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (letter && !at.matches("input, select, textarea, [contenteditable]")) event.stopPropagation();
});

// After an instant page change the theme leaves focus on <body>. Put it on the heading, so that a keyboard starts
// at the top of the new page and a screen reader says where it is.

/** @type {{subscribe(next: () => void): void} | undefined} */
const pages = /** @type {any} */ (window).document$;
let first = true;

pages?.subscribe(() => {
  const heading = /** @type {HTMLElement | null} */ (document.querySelector(".md-content h1"));
  if (!first && heading && !location.hash) {
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
  first = false;
});
