/**
 * What travels between the server and the chat, and what the chat remembers.
 * wire.ts makes sure of it: what the server leaves out, or sends as null, is empty here.
 */

export interface Button { title: string; payload: string }
export interface Source { title: string; url: string }
export interface Evidence { grade: "good" | "some" | "weak" | "none" | "against" | ""; label: string; text: string }
export interface Call { label: string; tel: string }
export interface Table { caption: string; columns: string[]; rows: string[][] }
export interface Bar { label: string; value: number }
/** `need` is what the bars are compared with; without a label there is none. */
export interface Chart { caption: string; unit: string; bars: Bar[]; need: Bar }
export interface Note { title: string; lines: string[] }

/** An answer taken apart, so that each part can look like what it is. */
export interface Parts {
  /** Empty where the answer is plain text. */
  short: string;
  details: string[];
  cautions: string[];
  evidence: Evidence;
  calls: Call[];
  table: Table;
  chart: Chart;
  note: Note;
}

/** One message of the bot. */
export interface Answer {
  text: string;
  buttons: Button[];
  sources: Source[];
  topic: string;
  urgency: "soon" | "same_day" | "emergency" | "";
  image: string;
  parts: Parts;
}

/** What POST chat/messages answers. */
export interface Reply { conversation: string; messages: Answer[] }

/** A question and what came of it. */
export interface Exchange {
  id: string;
  /** What was typed, or the title of the button that was pressed. */
  text: string;
  /** What that button stands for, empty for typed words. */
  payload: string;
  /**
   * queued: not sent yet. sending: sent, no answer yet. done: answered.
   * failed: will not be sent again unless the person asks for it.
   */
  state: "queued" | "sending" | "done" | "failed";
  /** Why it failed. */
  problem: string;
  answers: Answer[];
}

/** The part of a conversation that survives a reload. */
export interface Memory {
  /** The server's id of the conversation, empty before the first answer. */
  conversation: string;
  /** Conversations left by "New chat", so that deleting reaches them too. */
  earlier: string[];
  exchanges: Exchange[];
}
