"""`python -m fichebak` is `fichebak`."""

from fichebak.cli import main

if __name__ == "__main__":
    main()
