"""Many pages: where they come from, guarded workers, outputs that are whole, and resuming."""
