"""Calls are tried again when that can help, and the token stays out of everything that is said."""

from __future__ import annotations

from collections.abc import AsyncIterator

import aiohttp
import pytest

from crampwise.channels.telegram.api import Api, Refusal, TelegramError, Unreachable
from tests.channels.telegram.standin import TOKEN, StandIn


@pytest.fixture
async def api(telegram: StandIn) -> AsyncIterator[Api]:
    async with aiohttp.ClientSession() as http:
        yield Api(http, TOKEN, telegram.address + "/")


async def test_a_call_gives_its_result_and_leaves_out_what_is_none(
    api: Api, telegram: StandIn
) -> None:
    told = await api.call("sendMessage", chat_id=7, text="hello", reply_markup=None)
    assert told["chat"] == {"id": 7}
    assert telegram.called("sendMessage") == [{"chat_id": 7, "text": "hello"}]
    assert api.date is not None


@pytest.mark.parametrize("fault", [500, 502, 503, "drop"])
async def test_a_failing_server_is_tried_again(
    api: Api, telegram: StandIn, waits: list[float], fault: object
) -> None:
    telegram.faults["sendMessage"] = [fault, fault]
    await api.call("sendMessage", chat_id=7, text="hello")
    assert telegram.texts() == ["hello"]
    assert len(waits) == 2
    assert waits[1] > 0


async def test_the_wait_that_telegram_asks_for_is_kept(
    api: Api, telegram: StandIn, waits: list[float]
) -> None:
    telegram.faults["sendMessage"] = [(429, 7), (429, 3)]
    await api.call("sendMessage", chat_id=7, text="hello")
    assert waits == [7, 3]
    assert telegram.texts() == ["hello"]


@pytest.mark.parametrize("code", [400, 401, 403, 404, 409])
async def test_what_will_not_pass_is_not_tried_again(
    api: Api, telegram: StandIn, waits: list[float], code: int
) -> None:
    telegram.faults["getMe"] = [code]
    with pytest.raises(Refusal) as refusal:
        await api.call("getMe")
    assert refusal.value.code == code
    assert waits == []


async def test_an_answer_that_does_not_come_is_not_awaited_for_ever(
    api: Api, telegram: StandIn
) -> None:
    with pytest.raises(Unreachable, match="no answer within"):
        await api.call("getUpdates", tries=1, within=0.05, timeout=50)


@pytest.mark.parametrize("address", ["http://127.0.0.1:9", "http://127.0.0.1:1/x y"])
async def test_no_error_holds_the_token(address: str) -> None:
    async with aiohttp.ClientSession() as http:
        with pytest.raises(TelegramError) as error:
            await Api(http, TOKEN, address).call("getMe", tries=1)
    assert TOKEN not in repr(error.value) + str(error.value)
    assert error.value.__cause__ is None


async def test_a_picture_is_sent_as_a_file(api: Api, telegram: StandIn) -> None:
    markup = {"inline_keyboard": [[{"text": "a", "callback_data": "b"}]]}
    picture = b"\x89PNG\r\n\x1a\n..."
    await api.call("sendPhoto", chat_id=7, picture=picture, caption="Iron", reply_markup=markup)
    [sent] = telegram.sent
    assert (sent.picture, sent.seen, sent.rows) == (picture, "Iron", markup["inline_keyboard"])
