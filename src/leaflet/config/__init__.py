"""Settings: flags, environment and ``leaflet.toml`` merged into one frozen value."""
