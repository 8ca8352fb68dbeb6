"""The words that formats are written in: each reads one kind of markup or text into claims."""
