/**
 * Sends what was asked, one at a time and in order, also across tabs.
 *
 * A server that cannot be reached leaves messages queued and is asked for its health
 * until it is back; a server that refuses marks its message failed, to be tried again
 * by the person (or by itself, where the server said how long to wait).
 */
import { Failure, type Api } from "./api";
import type { Store } from "./store";
import * as TEXTS from "./texts";
import type { Exchange, Memory } from "./types";

const FORGOTTEN = "forgotten"; // topic of the answer to "forget me"
const PROBES = [2, 4, 8, 15, 30]; // s between questions about health; the last one repeats

export class Outbox {
  offline = false;
  readonly #store: Store;
  readonly #api: Api;
  readonly #onChange: () => void;
  #running = false;
  #probes = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(store: Store, api: Api, onChange: () => void) {
    this.#store = store;
    this.#api = api;
    this.#onChange = onChange;
  }

  /** Takes up what an earlier page left: unsent messages are sent, cut-off ones may be retried. */
  resume(): void {
    void alone(this.#api.chat, () => {
      const cutOff = this.#next("sending");
      if (cutOff) this.#fail(cutOff.id, TEXTS.interrupted);
    }, true);
    void this.#run();
  }

  add(text: string, payload: string): void {
    const id = crypto.getRandomValues(new Uint32Array(4)).join("-");
    this.#store.update(({ exchanges }) => {
      exchanges.push({ id, text, payload, state: "queued", problem: "", answers: [] });
    });
    this.retryAll();
  }

  /** Asks again; moved to the end, so that what is shown stays in the order of sending. */
  retry(id: string): void {
    this.#store.update((memory) => {
      const failed = take(memory, id);
      if (failed) memory.exchanges.push({ ...failed, state: "queued" });
    });
    this.retryAll();
  }

  /** Takes a failed message back. */
  withdraw(id: string): void {
    this.#store.update((memory) => void take(memory, id));
  }

  retryAll(): void {
    if (this.offline) void this.#probe();
    else void this.#run();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    await alone(this.#api.chat, async () => {
      for (let next; !this.offline && (next = this.#next("queued"));) await this.#deliver(next);
    });
    this.#running = false;
    // Something may have been added between the last look and the end of the turn.
    if (this.#next("queued") && !this.offline) void this.#run();
  }

  async #deliver({ id, text, payload }: Exchange): Promise<void> {
    const { conversation } = this.#store.memory;
    this.#change(id, (exchange) => { exchange.state = "sending"; });
    try {
      const reply = await this.#api.send({
        conversation, message_id: id, ...(payload ? { payload } : { text }),
      });
      const there = this.#change(id, (exchange, memory) => {
        memory.conversation = reply.conversation || memory.conversation;
        exchange.state = "done";
        exchange.answers = reply.messages;
        // What was forgotten there at the person's word is not kept here either.
        if (reply.messages.some(({ topic }) => topic === FORGOTTEN)) memory.exchanges = [exchange];
      });
      // "New chat" while waiting: nothing to show, but something to delete one day.
      if (!there) this.#store.update(({ earlier }) => void earlier.push(reply.conversation));
      if (!reply.messages.length) this.#fail(id, TEXTS.noAnswer);
    } catch (error) {
      this.#undelivered(id, error, conversation);
    }
  }

  #undelivered(id: string, error: unknown, conversation: string): void {
    const { message, gone, wait } = error instanceof Failure ? error : new Failure(TEXTS.refused);
    if (!message || (conversation && gone)) {
      this.#change(id, (exchange, memory) => {
        exchange.state = "queued";
        if (gone) memory.conversation = "";
      });
      if (!message) this.#setOffline(true);
    } else if (wait) {
      this.#fail(id, TEXTS.tooMany);
      setTimeout(() => this.retry(id), wait * 1000);
    } else {
      this.#fail(id, message);
    }
  }

  async #probe(): Promise<void> {
    this.#setOffline(!await this.#api.healthy());
    if (!this.offline) void this.#run();
  }

  #setOffline(offline: boolean): void {
    clearTimeout(this.#timer);
    if (offline) {
      const wait = PROBES[Math.min(this.#probes++, PROBES.length - 1)] ?? 0;
      this.#timer = setTimeout(() => void this.#probe(), wait * 1000);
    } else {
      this.#probes = 0;
    }
    if (this.offline === offline) return;
    this.offline = offline;
    this.#onChange();
  }

  #next(state: Exchange["state"]): Exchange | undefined {
    return this.#store.memory.exchanges.find((exchange) => exchange.state === state);
  }

  #fail(id: string, problem: string): void {
    this.#change(id, (exchange) => Object.assign(exchange, { state: "failed", problem }));
  }

  /** Changes one exchange in the memory; tells whether it is still there. */
  #change(id: string, change: (exchange: Exchange, memory: Memory) => void): boolean {
    let there = false;
    this.#store.update((memory) => {
      const exchange = memory.exchanges.find((one) => one.id === id);
      if (exchange) change(exchange, memory);
      there = !!exchange;
    });
    return there;
  }
}

function take(memory: Memory, id: string): Exchange | undefined {
  const found = memory.exchanges.find((exchange) => exchange.id === id && exchange.state === "failed");
  memory.exchanges = memory.exchanges.filter((exchange) => exchange !== found);
  return found;
}

/** Runs the work while no other tab runs its own; with `now`, only if that is so already. */
async function alone(chat: string, work: () => void | Promise<void>, now = false): Promise<void> {
  if (!navigator.locks) return work(); // a page without https
  await navigator.locks.request(`crampwise ${chat}`, { ifAvailable: now }, (lock) => (lock ? work() : undefined));
}
