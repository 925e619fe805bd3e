"""From a file to a nyttokalkyl: the gate, the cells, the formulas as words, and what was found and what was not."""
