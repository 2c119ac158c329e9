/**
 * The conversation as this browser remembers it, shared by all tabs of a site.
 *
 * Every change reads the latest stored state, applies itself and writes it back in one
 * go, so two tabs never overwrite each other. Without storage it lives in memory alone.
 */
import { attempt } from "./dom";
import { readMemory } from "./wire";
import type { Memory } from "./types";

const MOST_EXCHANGES = 50; // with their answers, about 100 messages
const MOST_EARLIER = 20;

export class Store {
  /** What is remembered now; to be read, and changed only through `update`. */
  memory: Memory;
  readonly #onChange: () => void;
  readonly #key: string;
  /** Whether what is stored is what is remembered; not so once the storage is full. */
  #shared = true;

  /** @param chat address of the chat folder: two bots on one site do not mix */
  constructor(chat: string, onChange: () => void) {
    this.#onChange = onChange;
    this.#key = `crampwise ${chat}`;
    this.memory = this.#load();
  }

  /** Takes over what other tabs change, until the signal. */
  listen(signal: AbortSignal): void {
    addEventListener("storage", ({ key }) => {
      if (key !== this.#key && key !== null) return;
      this.memory = this.#load();
      this.#onChange();
    }, { signal });
  }

  update(change: (memory: Memory) => void): void {
    if (this.#shared && attempt(() => localStorage.getItem(this.#key))) this.memory = this.#load();
    change(this.memory);
    this.memory.exchanges = this.memory.exchanges.slice(-MOST_EXCHANGES);
    this.memory.earlier = this.memory.earlier.slice(-MOST_EARLIER);
    this.#shared = !!attempt(() => {
      localStorage.setItem(this.#key, JSON.stringify(this.memory));
      return true;
    });
    this.#onChange();
  }

  /** Begins anew; the conversation left behind is kept in mind for deletion only. */
  startOver(): void {
    this.update((memory) => {
      if (memory.conversation) memory.earlier.push(memory.conversation);
      memory.conversation = "";
      memory.exchanges = [];
    });
  }

  forget(): void {
    attempt(() => localStorage.removeItem(this.#key));
    this.memory = readMemory(null);
    this.#onChange();
  }

  #load(): Memory {
    return readMemory(attempt(() => JSON.parse(localStorage.getItem(this.#key) ?? "null")));
  }
}
