"""What printed names mean, over an order and across orders: `resolve.resolve_names` is the way through."""
