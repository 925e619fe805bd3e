"""The effektkedja as markup: the picture, the list beside it, and files to take away."""
