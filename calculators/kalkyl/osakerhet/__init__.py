"""How a net benefit hangs on its factors: tornado, switching values, grid, band and simulation. Beyond the method's own table."""
