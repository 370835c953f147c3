"""What a PDF is expected to say, and its alignment with what it does say."""
