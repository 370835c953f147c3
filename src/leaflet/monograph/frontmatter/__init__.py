"""The front matter: plain YAML, and the keys that leaflet knows."""
