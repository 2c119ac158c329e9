/** The calls to the server: send a message, delete a conversation, ask whether it is up. */
import { readProblem, readReply } from "./wire";
import * as TEXTS from "./texts";
import type { Reply } from "./types";

const ANSWER_TIMEOUT = 45_000; // ms; the slowest honest answer, a first one after start-up, takes far less
const HEALTH_TIMEOUT = 5_000; // ms
const LONGEST_WAIT = 120; // s; a longer Retry-After is not waited for

/** `message_id` lets the server tell a message that is sent again: it gets the answer it had. */
export interface Outgoing { conversation: string; message_id: string; text?: string; payload?: string }

/** No answer was had. */
export class Failure extends Error {
  /**
   * @param message for the person to read; empty when nothing was reached: no network, no server,
   *   or a proxy with no server behind it
   * @param gone the server no longer knows this conversation
   * @param wait seconds until sending again makes sense, or null
   */
  constructor(message: string, readonly gone = false, readonly wait: number | null = null) {
    super(message);
  }
}

export class Api {
  /** @param chat address of the chat folder, ending in "/chat/" */
  constructor(readonly chat: string) {}

  /** @throws Failure */
  async send(message: Outgoing): Promise<Reply> {
    return readReply(await this.#call("messages", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ ...message, conversation: message.conversation || null, locale: navigator.language }),
    }));
  }

  /** Deletes a conversation on the server; one that is gone already counts as deleted. */
  async forget(conversation: string): Promise<void> {
    await this.#call(`conversations/${conversation}`, { method: "DELETE" }).catch((error: unknown) => {
      if (!(error instanceof Failure && error.gone)) throw error;
    });
  }

  async #call(path: string, options: RequestInit): Promise<unknown> {
    const response = await request(new URL(path, this.chat), ANSWER_TIMEOUT, options);
    const body: unknown = await response.json().catch(() => null);
    if (response.ok) return body;
    const problem = readProblem(body);
    // A gateway error that is not in the server's own form means the server is not there.
    if (!problem && [502, 503, 504].includes(response.status)) throw new Failure("");
    throw new Failure(problem || TEXTS.refused, [404, 410].includes(response.status), waitOf(response));
  }

  async healthy(): Promise<boolean> {
    const answer = await request(new URL("../health", this.chat), HEALTH_TIMEOUT).catch(() => null);
    return !!answer?.ok;
  }
}

function waitOf(response: Response): number | null {
  const seconds = Number(response.headers.get("Retry-After") ?? NaN);
  return seconds <= LONGEST_WAIT ? Math.max(1, seconds) : null;
}

async function request(url: URL, timeout: number, options: RequestInit = {}): Promise<Response> {
  try {
    return await fetch(url, {
      ...options, cache: "no-store", credentials: "omit", signal: AbortSignal.timeout(timeout),
    });
  } catch (error) {
    throw new Failure((error as Error).name === "TimeoutError" ? TEXTS.tooSlow : "");
  }
}
