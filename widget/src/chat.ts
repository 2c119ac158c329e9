/** The conversation itself: joins what is seen (header, transcript, composer) to what happens (store, outbox). */
import { Announcer } from "./announcer";
import { Api } from "./api";
import { Composer } from "./composer";
import { h } from "./dom";
import { Header } from "./header";
import { icon } from "./icons";
import { Outbox } from "./outbox";
import { soundOn, toggleSound } from "./sound";
import { Store } from "./store";
import * as TEXTS from "./texts";
import { Transcript } from "./transcript";

const PATIENCE = 1_500; // ms before a screen reader is told that an answer is being worked on

export interface ChatOptions {
  /** Address of the chat folder, ending in "/chat/". */
  server: string;
  title: string;
  greeting: string;
  page: boolean;
  minimise(): void;
  /** Answers have come in. */
  arrived(count: number): void;
}

export class Chat {
  readonly panel: HTMLElement;
  readonly news = new Announcer();
  readonly header: Header;
  readonly composer: Composer;
  readonly #options: ChatOptions;
  readonly #api: Api;
  readonly #store: Store;
  readonly #outbox: Outbox;
  readonly #transcript: Transcript;
  readonly #banner = h("div", { class: "banner", hidden: true },
    h("p", {}, icon("alert"), TEXTS.offline),
    h("button", { class: "small", onclick: () => this.#outbox.retryAll() }, TEXTS.retry));
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #alarm = "";

  constructor(options: ChatOptions) {
    this.#options = options;
    const { server, title, page } = options;
    const changed = (): void => this.#refresh();
    this.#api = new Api(server);
    this.#store = new Store(server, changed);
    this.#outbox = new Outbox(this.#store, this.#api, changed);
    this.composer = new Composer((text) => this.ask(text), (text) => this.news.say(text));
    this.header = new Header(title, page, {
      newChat: () => this.#startOver(), remove: () => void this.#removeData(),
      sound: soundOn, toggleSound, minimise: () => options.minimise(),
    });
    this.#transcript = this.#makeTranscript();
    this.panel = h("section", {
      class: "panel", part: "panel", tabindex: -1, hidden: !page,
      role: page ? null : "dialog", "aria-label": page ? null : title,
    }, this.header.node, this.#banner, this.#transcript.node, this.news.toast, this.composer.node);
    this.#refresh(false);
  }

  /** @param signal ends it */
  start(signal: AbortSignal): void {
    addEventListener("online", () => this.#outbox.retryAll(), { signal });
    addEventListener("beforeprint", () => {
      for (const folded of this.panel.querySelectorAll("details")) folded.open = true;
    }, { signal });
    signal.addEventListener("abort", () => this.#outbox.stop());
    this.#store.listen(signal);
    this.#outbox.resume();
  }

  ask(question: string, payload = ""): void {
    this.#outbox.add(question, payload);
    this.#transcript.toEnd();
  }

  /** To be called when the chat becomes visible: until then nothing has a size. */
  displayed(): void {
    this.composer.fit();
    if (this.#store.memory.exchanges.length) this.#transcript.toLast();
  }

  #makeTranscript(): Transcript {
    return new Transcript(this.#options.greeting, this.#options, {
      ask: (question) => this.ask(question),
      choose: (button) => this.ask(button.title, button.payload),
      copy: (text) => void this.#copy(text),
      retry: ({ id }) => {
        this.#transcript.focus();
        this.#outbox.retry(id);
      },
      edit: ({ id, text }) => {
        this.#outbox.withdraw(id);
        this.composer.text = text;
        this.composer.focus();
      },
    });
  }

  /** Draws what changed; says so too, unless it was there from the start. */
  #refresh(aloud = true): void {
    const { exchanges } = this.#store.memory;
    const { offline } = this.#outbox;
    if (this.#banner.hidden === offline) {
      this.news.say(offline ? TEXTS.offline : TEXTS.backOnline);
      this.#banner.hidden = !offline;
      this.#transcript.toEnd();
    }
    const fresh = this.#transcript.show(exchanges, offline);
    this.header.started(exchanges.length > 0);
    if (!aloud) return;
    this.#watch();
    if (fresh) this.#options.arrived(fresh);
  }

  /** Speaks up for what only the eye would see: a long wait, a failure. */
  #watch(): void {
    clearTimeout(this.#waiting);
    const last = this.#store.memory.exchanges.at(-1);
    if (last?.state === "sending") this.#waiting = setTimeout(() => this.news.say(TEXTS.thinking), PATIENCE);
    const alarm = last?.state === "failed" ? `${last.id} ${last.problem}` : "";
    if (alarm && last && alarm !== this.#alarm) this.news.say(last.problem);
    this.#alarm = alarm;
  }

  async #copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.news.show(TEXTS.copied);
    } catch {
      this.news.show(TEXTS.copyFailed); // a page without https, or a browser that asks and was told no
    }
  }

  #startOver(): void {
    this.#store.startOver();
    this.composer.focus();
    this.news.say(TEXTS.newStarted);
  }

  /** Deletes on the server first; what is here goes only when that has worked. */
  async #removeData(): Promise<void> {
    const { conversation, earlier } = this.#store.memory;
    try {
      for (const one of [...earlier, conversation]) {
        if (one) await this.#api.forget(one);
      }
      this.#store.forget();
      this.composer.text = "";
      this.news.show(TEXTS.removed);
    } catch {
      this.news.show(TEXTS.removeFailed);
    }
  }
}
