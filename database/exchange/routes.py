"""Each URL of the server once, for the router that mounts it and the client that calls it."""

API = "/api/v1"
HOME = "/"
HEALTH = "/health"
READY = "/ready"
LIMITS = f"{API}/analysis/config/limits"
