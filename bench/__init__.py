"""The measured bars of the project, paired with what they are compared to, in one run. Never a timed test."""
