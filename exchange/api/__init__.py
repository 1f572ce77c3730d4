"""The read API for other systems: the tables of the dashboard as JSON and CSV, below /api/v1/."""

from exchange.api.routes import START, service

__all__ = ["START", "service"]
