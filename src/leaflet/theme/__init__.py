"""Templates and style sheets: where they are found, and the cascade made of them."""
