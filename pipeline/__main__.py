"""`python -m pipeline` is `prikaz`."""

from pipeline.cli import main

if __name__ == "__main__":
    main()
