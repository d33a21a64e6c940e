import { fail } from "@/lib/core/errors";

import { readAtOnce, waitForReading } from "./rules";

/** A queue that lets `atOnce` pieces of work run, and `waiting` more wait for their turn. */
export class Turns {
  private running = 0;
  private readonly queue: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly waiting: number,
  ) {}

  /** Runs the work when it is its turn. Throws `upload.busy` at once where too many wait already. */
  async wait<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= this.atOnce) {
      if (this.queue.length >= this.waiting) throw fail("upload.busy");
      // Whoever ends hands its place on, so that nobody comes in between.
      await new Promise<void>((resolve) => this.queue.push(resolve));
    } else {
      this.running += 1;
    }
    try {
      return await work();
    } finally {
      const next = this.queue.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}

// One queue a process, however often a bundler loads this file.
const shared = globalThis as typeof globalThis & { baybookImageTurns?: Turns };

/** Reads a picture when it is its turn in this process. Throws `upload.busy`. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  return (shared.baybookImageTurns ??= new Turns(readAtOnce, waitForReading)).wait(work);
}
