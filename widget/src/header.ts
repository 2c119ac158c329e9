/** Title and controls: new chat, more options, minimise. */
import { h, type Child } from "./dom";
import { icon } from "./icons";
import * as TEXTS from "./texts";

export interface HeaderActions {
  newChat(): void;
  remove(): void;
  toggleSound(): boolean;
  sound(): boolean;
  minimise(): void;
}

export class Header {
  readonly node: HTMLElement;
  readonly #page: boolean;
  readonly #actions: HeaderActions;
  readonly #toggle: HTMLButtonElement;
  readonly #menu = h("div", { class: "menu", hidden: true });
  readonly #place: HTMLElement;
  readonly #fresh: HTMLButtonElement;

  constructor(title: string, page: boolean, actions: HeaderActions) {
    this.#page = page;
    this.#actions = actions;
    this.#toggle = control("menu", TEXTS.menu, () => this.#open(!!this.#menu.hidden));
    this.#toggle.setAttribute("aria-expanded", "false");
    this.#fresh = control("fresh", TEXTS.newChat, () => actions.newChat());
    this.#place = h("div", { class: "menu-place", onfocusout: (event: FocusEvent) => this.#left(event) },
      this.#toggle, this.#menu);
    this.node = h("div", { class: "header", part: "header" },
      h("div", { class: "column" },
        h("span", { class: "mark" }, icon("mark")),
        h("div", { class: "titles" },
          h(page ? "h1" : "h2", {}, title), h("p", {}, TEXTS.subtitle)),
        this.#fresh,
        this.#place,
        !page && control("down", TEXTS.minimise, () => actions.minimise())));
  }

  /** There is nothing to begin anew before anything was said. */
  started(started: boolean): void {
    this.#fresh.hidden = !started;
  }

  /** Closes the menu; tells whether it was open. */
  closeMenu(): boolean {
    if (this.#menu.hidden) return false;
    this.#open(false);
    this.#toggle.focus();
    return true;
  }

  /** A press anywhere else closes the menu. (Focus will not tell: Safari gives none to a pressed button.) */
  pressed(event: Event): void {
    if (!this.#menu.hidden && !event.composedPath().includes(this.#place)) this.#open(false);
  }

  #open(open: boolean): void {
    this.#menu.hidden = !open;
    this.#toggle.setAttribute("aria-expanded", `${open}`);
    if (open) this.#fill(...this.#items());
  }

  #items(): Child[] {
    return [
      item(this.#actions.sound() ? TEXTS.soundOff : TEXTS.soundOn, () => {
        this.#actions.toggleSound();
        this.closeMenu();
      }),
      this.#page && item(TEXTS.print, () => {
        this.closeMenu();
        print();
      }),
      item(TEXTS.remove, () => this.#confirm(), "danger"),
    ];
  }

  #confirm(): void {
    const keep = item(TEXTS.removeNo, () => this.closeMenu());
    this.#fill(h("p", { id: "ask" }, TEXTS.removeAsk),
      item(TEXTS.removeYes, () => {
        this.closeMenu();
        this.#actions.remove();
      }, "danger"), keep);
    keep.setAttribute("aria-describedby", "ask");
    keep.focus();
  }

  #fill(...items: Child[]): void {
    this.#menu.replaceChildren(...items.filter((item) => !!item) as Node[]);
  }

  /** Focus that leaves the menu for another control closes it. */
  #left({ relatedTarget }: FocusEvent): void {
    if (relatedTarget instanceof Node && !this.#place.contains(relatedTarget)) this.#open(false);
  }
}

function control(name: Parameters<typeof icon>[0], label: string, onclick: () => void): HTMLButtonElement {
  return h("button", { class: "control", title: label, onclick }, icon(name));
}

function item(label: string, onclick: () => void, kind = ""): HTMLButtonElement {
  return h("button", { class: `item ${kind}`, onclick }, label);
}
