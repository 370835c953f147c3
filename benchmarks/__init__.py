"""leaflet beside what a user would pick instead; nothing here belongs to ``make check``."""
