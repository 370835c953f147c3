"""What an output folder holds: what was printed from what, and the reports on a run."""
