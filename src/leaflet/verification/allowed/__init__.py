"""What leaflet's own PDFs contain, as tables; anything else in a PDF is refused."""
