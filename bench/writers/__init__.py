"""Programs that load a model, write with it and print how long each part took, one for each runtime compared."""
