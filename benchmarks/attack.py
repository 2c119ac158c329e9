"""One attacker at 200 requests a second: how much longer does an honest client wait?

Prints the honest client's p95 without and with the attack: `python -m benchmarks.attack`
(two minutes). The attacker is a process of its own and comes from one address, as behind a proxy.
"""

from __future__ import annotations

import asyncio
import random
import subprocess
import sys
import time
from collections import Counter

import aiohttp

from benchmarks.beside import QUESTIONS, HonestClient
from tests.server import BIN, Server, running

SECONDS = 60.0
A_SECOND = 200
HONEST_PAUSE = 0.3
ATTACKER, HONEST = "203.0.113.9", "198.51.100.7"


def measure(bot: Server, seconds: float) -> tuple[float, float, HonestClient, str]:
    """p95 without and with the attack, the client under attack, and what the attacker got."""
    headers = {"X-Forwarded-For": HONEST}
    with HonestClient(bot.address, HONEST_PAUSE, headers) as quiet:
        time.sleep(seconds)
    command = [sys.executable, "-m", "benchmarks.attack", bot.address, str(seconds)]
    with HonestClient(bot.address, HONEST_PAUSE, headers) as attacked:
        attacker = subprocess.run(command, check=True, capture_output=True, text=True)
    return quiet.p95, attacked.p95, attacked, attacker.stdout.strip()


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
        print(dict(asyncio.run(attack(sys.argv[1], float(sys.argv[2])))))
        return
    # The limits as they are by default, also for callers on this machine.
    with running(
        [str(BIN / "crampwise"), "serve"],
        TRUSTED_PROXIES="127.0.0.1", RATE_LIMIT_ADDRESS="120", RATE_LIMIT_CONVERSATION="0",
    ) as bot:  # fmt: skip
        quiet, attacked, honest, told = measure(bot, SECONDS)
    print(
        f"honest p95 {1000 * quiet:.0f} ms alone, {1000 * attacked:.0f} ms beside the attacker"
        f" ({attacked / quiet:.2f} times), {len(honest.failures)} refused; attacker got {told}"
    )


if __name__ == "__main__":
    main()
