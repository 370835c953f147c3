"""The side to act on, and the sides to know, of a patient leaflet."""
