"""Follow-up of a nyttokalkyl: the plan, the decision that it is held against, the outcome, and why the two differ."""
