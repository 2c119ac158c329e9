/** Every word of the frame. The answers themselves come from the server. */

export const LANGUAGE = "en";

export const TEXTS = {
  title: "Crampwise",
  subtitle: "Leg cramps and nutrition",
  greeting:
    "Hello. I answer questions about leg cramps and what you eat: which minerals and vitamins matter, " +
    "which foods have them, what helps, and when to see a doctor. My answers name their sources.",
  tryAsking: "Try asking",
  examples: [
    "Which vitamin am I lacking when I get leg cramps?",
    "Do bananas help?",
    "How do I stop a cramp now?",
    "When should I see a doctor?",
  ],
  notAdvice:
    "I give information, not medical advice. If it is urgent, call your local emergency number.",
  footer: "Information, not medical advice.",

  chat: "Chat",
  open: "Open the chat",
  openUnread: (count: number) => `Open the chat, new answers: ${count}`,
  minimise: "Minimise",
  newChat: "New chat",
  menu: "More options",
  soundOn: "Turn sound on",
  soundOff: "Turn sound off",
  print: "Print this conversation",
  remove: "Delete my data",
  removeAsk: "Delete your messages from this device and from the server? This cannot be undone.",
  removeYes: "Delete",
  removeNo: "Keep",
  removed: "Your data has been deleted.",
  removeFailed: "I could not reach the server, so nothing was deleted. Please try again.",
  newStarted: "New chat started.",

  conversation: "Conversation",
  messages: "Messages",
  you: "You:",
  thinking: "Working on an answer",
  newAnswer: "New answer",
  arrived: "A new answer has arrived.",

  message: "Your question",
  placeholder: "Type your question",
  send: "Send",
  count: (length: number, most: number) => `${length.toLocaleString()} of ${most.toLocaleString()}`,
  tooLong: "Too long to send:",

  waiting: "Waiting to be sent",
  offline: "I can't reach the server. Your messages are kept and will be sent when it is back.",
  backOnline: "Connected again.",
  retry: "Try again",
  edit: "Edit",
  noAnswer: "No answer came. Please try again.",
  tooSlow: "The answer took too long. Please try again.",
  interrupted: "The page was reloaded before the answer came.",
  refused: "Something went wrong on our side. Please try again.",
  tooMany: "Too many messages at once. I will send this one again in a moment.",

  urgency: {
    emergency: "Get help now",
    same_day: "See a doctor today",
    soon: "See a doctor soon",
  } as Record<string, string>,
  more: (count: number) => `More (${count})`,
  caution: "Take care",
  call: "Call",
  sources: "Sources",
  newTab: "(opens in a new tab)",
  followUps: "Follow-up questions",
  table: "Table",
  picture: "Picture belonging to this answer",
  copy: "Copy this answer",
  copied: "Copied.",
  copyFailed: "The browser did not allow copying.",
};
