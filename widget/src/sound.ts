/** A soft note for a new answer. Off until the person turns it on. */
import { attempt } from "./dom";

const KEY = "crampwise sound";
const PITCH = 587; // Hz
const LENGTH = 0.25; // s
const LOUDNESS = 0.08; // of 1
const SILENCE = 0.0001; // a ramp of this kind cannot end at none

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
    const note = new OscillatorNode(context, { frequency: PITCH });
    const volume = new GainNode(context, { gain: LOUDNESS });
    volume.gain.exponentialRampToValueAtTime(SILENCE, LENGTH);
    note.connect(volume).connect(context.destination);
    note.start();
    note.stop(LENGTH);
    note.onended = () => void context.close();
  });
}
