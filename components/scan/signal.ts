/** What is heard and felt: a bright short call for yes, two low ones for no, so that nobody need look. */
const signals = {
  yes: {
    tones: [
      { hertz: 880, from: 0, for: 0.09 },
      { hertz: 1320, from: 0.1, for: 0.14 },
    ],
    vibration: [70],
  },
  no: {
    tones: [
      { hertz: 220, from: 0, for: 0.18 },
      { hertz: 196, from: 0.24, for: 0.3 },
    ],
    vibration: [160, 90, 160],
  },
} as const;

export type Signal = keyof typeof signals;

let context: AudioContext | undefined;

/** Sounds and vibrates; muted, it vibrates alone. Where a device can do neither, nothing happens. */
export function signal(which: Signal, isMuted: boolean): void {
  const { tones, vibration } = signals[which];
  (navigator as Partial<Navigator>).vibrate?.call(navigator, [...vibration]);
  if (isMuted || !("AudioContext" in window)) return;
  context ??= new AudioContext();
  // Browsers hold sound back until the page is touched for the first time.
  if (context.state === "suspended") void context.resume();
  for (const tone of tones) play(context, tone);
}

interface Tone {
  readonly hertz: number;
  /** Seconds from now, and how many. */
  readonly from: number;
  readonly for: number;
}

function play(audio: AudioContext, { hertz, from, for: length }: Tone): void {
  const [begin, end] = [audio.currentTime + from, audio.currentTime + from + length];
  const [oscillator, gain] = [audio.createOscillator(), audio.createGain()];
  oscillator.type = "square";
  oscillator.frequency.value = hertz;
  // Faded at both ends, or it would click.
  gain.gain.setValueAtTime(0.0001, begin);
  gain.gain.exponentialRampToValueAtTime(0.2, begin + 0.015);
  gain.gain.exponentialRampToValueAtTime(0.0001, end);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(begin);
  oscillator.stop(end);
}
