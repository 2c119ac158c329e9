/** A soft note for a new answer. Off until the person turns it on. */
import { attempt } from "./dom";

const KEY = "crampwise sound";
const PITCH = 587; // Hz
const LENGTH = 0.25; // s

export const soundOn = (): boolean => attempt(() => localStorage.getItem(KEY)) === "on";

export function toggleSound(): boolean {
  const on = !soundOn();
  attempt(() => localStorage.setItem(KEY, on ? "on" : "off"));
  if (on) chime();
  return on;
}

export function chime(): void {
  if (!soundOn()) return;
  attempt(() => {
    const context = new AudioContext();
    const note = context.createOscillator();
    const volume = context.createGain();
    note.frequency.value = PITCH;
    volume.gain.setValueAtTime(0.08, context.currentTime);
    volume.gain.exponentialRampToValueAtTime(0.0001, context.currentTime + LENGTH);
    note.connect(volume).connect(context.destination);
    note.start();
    note.stop(context.currentTime + LENGTH);
    note.onended = () => void context.close();
  });
}
