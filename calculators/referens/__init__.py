"""Reference calculations: rows and formulas that Inera and SKR have worked out for one change, filled in with local figures."""
