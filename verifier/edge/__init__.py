"""State that outlives a request: what the workers share through Redis, and what each keeps when there is none.

Nothing here is needed for a right answer: every function has a local way to go on when Redis is away.
"""
