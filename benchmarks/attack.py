"""One attacker at 200 requests a second: how much longer does an honest client wait?

Prints the honest client's p95 without and with the attack: `python -m benchmarks.attack`
(two minutes). The attacker is a process of its own and comes from one address, as behind a proxy.
Quiet and attack take turns, so that whatever else the machine does falls on both.
"""

from __future__ import annotations

import asyncio
import json
import random
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, field

import aiohttp

from benchmarks.beside import HONEST, NO_LIMITS, QUESTIONS, HonestClient, p95
from tests.server import BIN, Server, running

SECONDS = 60.0  # of quiet, and as many of attack
ROUNDS = 4
A_SECOND = 200
HONEST_PAUSE = 0.3
WARM_UP = 5.0  # seconds
ATTACKER = "203.0.113.9"


@dataclass
class Outcome:
    """The honest client's waits in seconds and refusals, and what the attacker got by status."""

    quiet: list[float] = field(default_factory=list)
    attacked: list[float] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    attacker: Counter[str] = field(default_factory=Counter)


def measure(bot: Server, seconds: float) -> Outcome:
    """`seconds` of quiet and as many of attack, taking turns."""
    outcome, each = Outcome(), seconds / ROUNDS
    with HonestClient(bot.address, HONEST_PAUSE, HONEST):
        time.sleep(WARM_UP)
    command = [sys.executable, "-m", "benchmarks.attack", bot.address, str(each)]
    for _ in range(ROUNDS):
        with HonestClient(bot.address, HONEST_PAUSE, HONEST) as quiet:
            time.sleep(each)
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as attacker:
            assert attacker.stdout
            attacker.stdout.readline()  # its own start is no attack
            with HonestClient(bot.address, HONEST_PAUSE, HONEST) as attacked:
                told = attacker.stdout.read()
        outcome.quiet += quiet.seconds
        outcome.attacked += attacked.seconds
        outcome.refused += quiet.failures + attacked.failures
        outcome.attacker += Counter(json.loads(told))
    return outcome


async def attack(address: str, seconds: float) -> Counter[str]:
    """Sends A_SECOND messages a second, whatever comes back; counts the answers by status."""
    told: Counter[str] = Counter()
    headers = {"X-Forwarded-For": ATTACKER}
    tasks = set()
    limits = aiohttp.ClientTimeout(total=30)
    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(timeout=limits, connector=connector) as session:

        async def send() -> None:
            body = {"text": random.choice(QUESTIONS)}
            url = f"{address}/chat/messages"
            try:
                async with session.post(url, json=body, headers=headers) as answer:
                    await answer.read()
                    told[str(answer.status)] += 1
            except (aiohttp.ClientError, asyncio.TimeoutError) as error:
                told[type(error).__name__] += 1

        begin = time.monotonic()
        for number in range(int(A_SECOND * seconds)):
            await asyncio.sleep(max(0.0, begin + number / A_SECOND - time.monotonic()))
            task = asyncio.create_task(send())
            tasks.add(task)
            task.add_done_callback(tasks.discard)
        await asyncio.gather(*tasks)
    return told


def main() -> None:
    """Prints one line; with an address and a time, attacks that address."""
    if len(sys.argv) == 3:
        print("attacking", flush=True)
        print(json.dumps(asyncio.run(attack(sys.argv[1], float(sys.argv[2])))))
        return
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS
    # The limits as they are by default, also for callers on this machine.
    limits = {**NO_LIMITS, "RATE_LIMIT_ADDRESS": "120"}
    with running([str(BIN / "crampwise"), "serve"], **limits) as bot:
        found = measure(bot, seconds)
    quiet, attacked = p95(found.quiet), p95(found.attacked)
    print(
        f"honest p95 {1000 * quiet:.0f} ms alone, {1000 * attacked:.0f} ms beside the attacker"
        f" ({attacked / quiet:.2f} times), slowest {1000 * max(found.attacked):.0f} ms,"
        f" {len(found.refused)} refused; attacker got {dict(found.attacker)}"
    )


if __name__ == "__main__":
    main()
