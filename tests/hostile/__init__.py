"""What someone with bad intentions could write in a catalogue, as tables, and tests that it does no harm."""
