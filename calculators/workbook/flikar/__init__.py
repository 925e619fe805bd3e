"""One module a tab: what stands in which cell."""
