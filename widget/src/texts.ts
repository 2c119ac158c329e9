/** Every word of the frame. The answers themselves come from the server. */

export const language = "en";
/** A number written as the answers write it: the browser's own language may take the comma for a point. */
export const figure = (value: number) =>
  value.toLocaleString(language, { maximumFractionDigits: value < 10 ? 1 : 0 });

export const title = "Crampwise";
export const subtitle = "Leg cramps and nutrition";
export const greeting =
  "Hello. I answer questions about leg cramps and what you eat: which minerals and vitamins matter, " +
  "which foods have them, what helps, and when to see a doctor. My answers name their sources.";
export const tryAsking = "Try asking";
export const examples = [
  "Which vitamin am I lacking when I get leg cramps?",
  "Do bananas help?",
  "How do I stop a cramp now?",
  "When should I see a doctor?",
];
export const notAdvice =
  "I give information, not medical advice. If it is urgent, call your local emergency number.";
export const footer = "Information, not medical advice.";

export const chat = "Chat";
export const open = "Open the chat";
export const openUnread = (count: number) => `Open the chat, new answers: ${count}`;
export const minimise = "Minimise";
export const newChat = "New chat";
export const menu = "More options";
export const soundOn = "Turn sound on";
export const soundOff = "Turn sound off";
export const print = "Print this conversation";
export const remove = "Delete my data";
export const removeAsk = "Delete your messages from this device and from the server? This cannot be undone.";
export const removeYes = "Delete";
export const removeNo = "Keep";
export const removed = "Your data is deleted.";
export const removeFailed = "I could not reach the server: nothing was deleted. Please try again.";
export const newStarted = "New chat started.";

export const conversation = "Conversation";
export const messages = "Messages";
export const you = "You:";
export const thinking = "Working on an answer";
export const newAnswer = "New answer";
export const arrived = "A new answer has arrived.";

export const message = "Your question";
export const placeholder = "Type your question";
export const send = "Send";
export const count = (length: number, most: number) => `${figure(length)} of ${figure(most)}`;
export const tooLong = "Too long to send:";

export const waiting = "Waiting to be sent";
export const offline = "I can't reach the server. Your messages are kept and will be sent when it is back.";
export const backOnline = "Connected again.";
export const retry = "Try again";
export const edit = "Edit";
export const noAnswer = "No answer came. Please try again.";
export const tooSlow = "The answer took too long. Please try again.";
export const interrupted = "The page was reloaded before the answer came.";
export const refused = "Something went wrong on our side. Please try again.";
export const tooMany = "Too many messages at once. I will send this one again in a moment.";

export const urgency = {
  emergency: "Get help now",
  same_day: "See a doctor today",
  soon: "See a doctor soon",
} as Record<string, string>;
export const more = (count: number) => `More (${count})`;
export const caution = "Take care";
export const call = "Call";
export const sources = "Sources";
export const newTab = "(opens in a new tab)";
export const suggestions = "Suggestions";
export const table = "Table";
export const picture = "Picture of this answer";
export const copy = "Copy this answer";
export const copyNote = "Copy the note";
export const printNote = "Print the note";
export const copied = "Copied.";
export const copyFailed = "Copying was not allowed.";
