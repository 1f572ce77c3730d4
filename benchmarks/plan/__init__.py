"""An illustrative plan: activities drawn to a wanted mix of statuses, with amendments, money, reports and decisions."""
