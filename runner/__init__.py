"""The launcher. Standard library only: it runs before anything is installed, and supervises what runs after."""
