"""The engine of Nyttokalkyl: computes, validates, explains and draws. No network, no clock, no randomness without a seed."""

VERSION = "0.1.0"
