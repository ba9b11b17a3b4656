"""How the parts are put together: settings, addresses, who reacts to what."""
