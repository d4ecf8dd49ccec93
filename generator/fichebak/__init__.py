"""Fichebak: a static site and a printed guide from a catalogue of good practices."""

__version__ = "0.3.0"
