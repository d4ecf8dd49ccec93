"""What someone with bad intentions could write in a catalogue, as tables; and tests that it stays text, or is refused."""
