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
