"""The parts that only a one-sheet kind has."""
