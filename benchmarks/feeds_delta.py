"""The law full(n) + delta(n -> m) = full(m), bytes equal, on 500 random histories: python -m benchmarks.feeds_delta [500].

The histories are those of the test, seeded: names that are neutralised, quoted, and in an order that only bytes give,
rows that come, move, are retracted and go; each step, and the steps from each version on put together.
"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path

from tests.store.feed_histories import MOMENTS, NAMES, State, check_history

STATUSES = ("active", "retracted")
SIGNS = 'ab=,"\n;|+'


def main(count: int = 500) -> int:
    """Hold every history to the law; an assertion stops what breaks it."""
    chance = random.Random(11)
    steps = 0
    with tempfile.TemporaryDirectory() as name:
        for _ in range(count):
            states = [_state(chance, {})]
            for _ in range(chance.randint(1, 5)):
                states.append(_state(chance, states[-1]))
            check_history(Path(name), states)
            steps += len(states) - 1
    sys.stdout.write(
        f"feeds_delta: {count} histories of {steps} steps, every way leads to the same bytes: held\n"
    )
    return 0


def _state(chance: random.Random, former: State) -> State:
    """Let rows of a state go, change and come."""
    state = {key: value for key, value in former.items() if chance.random() > 0.2}
    for _ in range(chance.randint(0, 12)):
        words = "".join(chance.choices(SIGNS, k=chance.randint(0, 4)))
        state[chance.choice(MOMENTS), chance.choice(NAMES)] = (chance.choice(STATUSES), words)
    return state


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
