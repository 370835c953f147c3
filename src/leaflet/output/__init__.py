"""What an output folder holds besides PDFs: the store, the manifest, the catalogue, reports."""
