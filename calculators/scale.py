"""Round steps: what people divide an axis or a histogram into."""

STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


def round_step(span: float, parts: int) -> float:
    """The smallest round step (1, 2, 2.5 or 5 times a power of ten) that covers `span` in about `parts` steps."""
    wanted, power = span / parts, 1.0
    while power * 10 <= wanted:
        power *= 10
    while power > wanted:
        power /= 10
    return next(s * power for s in STEPS if s * power >= wanted)
