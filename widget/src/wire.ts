/**
 * Fits what came over the wire, or out of storage, into the shapes of types.ts.
 *
 * A shape is an example whose values are the defaults: anything missing or of another
 * type becomes the default, anything unknown is dropped. Nothing here throws.
 */
import type { Answer, Exchange, Memory, Reply } from "./types";

const ANSWER: Answer = {
  text: "",
  buttons: [{ title: "", payload: "" }],
  sources: [{ title: "", url: "" }],
  topic: "",
  urgency: "",
  image: "",
  parts: {
    short: "",
    details: [""],
    cautions: [""],
    evidence: { grade: "", label: "", text: "" },
    calls: [{ label: "", tel: "" }],
    table: { caption: "", columns: [""], rows: [[""]] },
    chart: { caption: "", unit: "", bars: [{ label: "", value: 0 }], need: { label: "", value: 0 } },
    note: { title: "", lines: [""] },
  },
};
const REPLY: Reply = { conversation: "", messages: [ANSWER] };
const EXCHANGE: Exchange = { id: "", text: "", payload: "", state: "done", problem: "", answers: [ANSWER] };
const MEMORY: Memory = { conversation: "", earlier: [""], exchanges: [EXCHANGE] };

export function readReply(value: unknown): Reply {
  const { conversation, messages } = fit(REPLY, value);
  return { conversation, messages: messages.filter(({ text, parts, image }) => text || parts.short || image) };
}

export const readMemory = (value: unknown): Memory => fit(MEMORY, value);

/** What the server says in an error answer, or nothing. */
export const readProblem = (value: unknown): string => fit({ error: { message: "" } }, value).error.message;

function fit<T>(shape: T, value: unknown): T;
function fit(shape: unknown, value: unknown): unknown {
  if (Array.isArray(shape)) return Array.isArray(value) ? value.map((item) => fit(shape[0], item)) : [];
  if (typeof shape === "object") {
    const given = Object(value) as Record<string, unknown>;
    return Object.fromEntries(Object.entries(shape ?? {}).map(([key, part]) => [key, fit(part, given[key])]));
  }
  if (typeof shape === "string" && typeof value === "number") return `${value}`;
  return typeof value === typeof shape ? value : shape;
}
