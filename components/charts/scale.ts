/** What a chart's numbers are, and so how its axis writes them. */
export type Unit =
  | { readonly kind: "count" }
  | { readonly kind: "percent" }
  | { readonly kind: "money"; readonly currency: string };

/** One value of a chart: where it stands, and how both are said. */
export interface ChartPoint {
  readonly key: string;
  /** In full, such as "Wednesday, 18 November". */
  readonly label: string;
  /** As the axis says it, such as "18 Nov". */
  readonly short: string;
  /** Null where there is nothing to say. */
  readonly value: number | null;
  /** The value in words, with its currency or percent sign. */
  readonly text: string;
}

const steps = [1, 2, 2.5, 5, 10];

/** Round marks from 0 to at least `most`, three or four of them; whole ones for counts. */
export function ticksTo(most: number, whole = false): number[] {
  const rough = (most > 0 ? most : 1) / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const fitting = steps.find((step) => step * power >= rough * 0.999) ?? 10;
  const step = whole ? Math.max(1, Math.ceil(fitting * power)) : fitting * power;
  const count = Math.max(1, Math.ceil(most / step - 1e-9));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

/** Which of `count` marks have room for a word, both ends among them. */
export function spread(count: number, room: number): number[] {
  if (count <= room) return Array.from({ length: count }, (_, index) => index);
  const gap = (count - 1) / (room - 1);
  return Array.from({ length: room }, (_, index) => Math.round(index * gap));
}
