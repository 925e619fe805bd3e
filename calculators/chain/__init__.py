"""The effektkedja: graph, file, text in and out, layout, questions, and what other programs can open."""
