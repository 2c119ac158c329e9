"""Plain functions on what people type. No Rasa, no models, no network."""
