"""How well messages are understood: `make evaluate` writes docs/evaluation/ anew."""
