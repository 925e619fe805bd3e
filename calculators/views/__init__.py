"""HTML and SVG: the only room that knows markup."""
