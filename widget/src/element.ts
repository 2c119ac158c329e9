// First, because gzip looks back 32 kB: the script packs better when the styles do not part it in two.
import { adoptStyles, followTheme } from "./look";
import { Chat } from "./chat";
import { attempt, h } from "./dom";
import { Launcher } from "./launcher";
import { followKeyboard, isPhone, isTouch, wrapFocus } from "./phone";
import { chime } from "./sound";
import * as TEXTS from "./texts";

const OPEN = "crampwise open"; // kept for the visit, so that the chat stays open from page to page

/**
 * `<crampwise-chat>`: a launcher and the chat it opens, or with `mode="page"` the chat as a page.
 * `open()`, `close()` and `ask(question)` are there for the host page's own buttons.
 */
export class CrampwiseChat extends HTMLElement {
  /** Address of the chat folder that served the script, ending in "/chat/". */
  static home = new URL("chat/", document.baseURI).href;

  // Made when the element is put on a page for the first time: before that it has no attributes.
  #chat!: Chat;
  #root: HTMLElement | undefined;
  readonly #launcher = new Launcher(() => this.open());
  #life = new AbortController();

  connectedCallback(): void {
    const root = this.#root ??= this.#build();
    const { signal } = this.#life = new AbortController();
    followTheme(this, root, signal);
    followKeyboard(this.#chat.panel, signal);
    this.#chat.start(signal);
  }

  disconnectedCallback(): void {
    this.#life.abort();
  }

  get isOpen(): boolean {
    return !this.#chat.panel.hidden;
  }

  open(): void {
    this.#show(true);
    if (isTouch()) this.#chat.panel.focus();
    else this.#chat.composer.focus();
  }

  close(): void {
    if (this.#isPage) return;
    this.#show(false);
    this.#launcher.node.focus();
  }

  /** Asks in the person's name. */
  ask(question: string): void {
    if (!this.isOpen) this.open();
    this.#chat.ask(question);
  }

  get #isPage(): boolean {
    return this.getAttribute("mode") === "page";
  }

  #makeChat(): Chat {
    const { server, title, greeting } = this.dataset;
    return new Chat({
      server: server ? new URL(server, document.baseURI).href : CrampwiseChat.home,
      title: title || TEXTS.title,
      greeting: greeting || TEXTS.greeting,
      page: this.#isPage,
      minimise: () => this.close(),
      arrived: (count) => this.#arrived(count),
    });
  }

  #build(): HTMLElement {
    const chat = this.#chat = this.#makeChat();
    const page = this.#isPage;
    const root = h("div", {
      class: page ? "root page" : "root", lang: TEXTS.language, role: page ? null : "region", "aria-label": page ? null : TEXTS.chat,
      onkeydown: (event: KeyboardEvent) => this.#key(event),
      onpointerdown: (event: Event) => chat.header.pressed(event),
    }, !page && this.#launcher.node, chat.panel, chat.news.region);
    const shadow = this.attachShadow({ mode: "open" });
    adoptStyles(shadow);
    shadow.append(root);
    const wish = attempt(() => sessionStorage.getItem(OPEN)) ?? (this.dataset.open === undefined ? "no" : "yes");
    // Opening by itself must not take the focus, nor cover a phone's whole page.
    if (page || (wish === "yes" && !isPhone())) queueMicrotask(() => this.#show(true));
    return root;
  }

  #show(open: boolean): void {
    this.#chat.panel.hidden = !open;
    // What is said must come from inside the chat where that hides the page from screen readers.
    (open ? this.#chat.panel : this.#root)?.append(this.#chat.news.region);
    if (!this.#isPage) {
      this.#chat.panel.setAttribute("aria-modal", `${isPhone()}`);
      this.#launcher.opened(open);
      attempt(() => sessionStorage.setItem(OPEN, open ? "yes" : "no"));
    }
    if (open) this.#chat.displayed();
  }

  #arrived(count: number): void {
    chime();
    if (this.isOpen) return;
    this.#launcher.add(count);
    this.#chat.news.say(TEXTS.arrived);
  }

  #key(event: KeyboardEvent): void {
    if (event.key === "Escape" && !event.isComposing) {
      if (this.isOpen && !this.#chat.header.closeMenu()) this.close();
    } else if (event.key === "Tab" && !this.#isPage && isPhone()) {
      wrapFocus(event, this.#chat.panel, this.shadowRoot?.activeElement ?? null);
    }
  }
}
