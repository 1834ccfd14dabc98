"""The same stage functions on one machine or many."""
