import { setTimeout as sleep } from "node:timers/promises";

import type { Deadlines } from "./deadlines";

/** The code of an error that says: the server takes connections and answers nothing. */
export const hangs = "DATABASE_HANGS";
/** The code of an error that says: this has waited for as long as anything may. */
export const overdue = "DATABASE_OVERDUE";

const everyMs = 50;
/** A step that takes longer says that this process is busy itself: what has been answered is yet to be read. */
const busyMs = 4 * everyMs;
/** Between two questions to a server that hangs. */
const againMs = 200;

/** What the pulse asks of a pool and its server. */
interface Watched {
  /** Whether the server answers: true when it does, false when the connection fails. */
  ask(): Promise<boolean>;
  /** Ends the questions that it does not answer: all, or those over connections that have been silent since then. */
  forget(silentSince?: number): void;
  /** Looks which connections have been sent something. */
  listen(now: number): void;
  /** Whether any connection has been sent something since then, by the looks. */
  heardSince(since: number): boolean;
  /** Ends all connections, or those that have been sent nothing since then. */
  cut(silentSince?: number): void;
}

interface Wait {
  readonly since: number;
  giveUp(why: Error): void;
}

/** Watches what waits for the server, and tells a long statement from a server that hangs by asking it. */
export class Pulse {
  readonly #waits = new Set<Wait>();
  #timer: NodeJS.Timeout | undefined;
  #lookedAt = 0;
  #answeredAt = 0;
  #isAsking = false;
  #isHanging = false;
  #isStopped = false;
  #isOpened = false;

  constructor(
    private readonly within: Deadlines,
    private readonly server: Watched,
  ) {}

  /** Why nothing may be sent just now, if so: the server hangs. */
  refusal(): Error | undefined {
    return this.#isHanging ? hanging() : undefined;
  }

  /**
   * Waits for `work`, which is sent to the server. Throws DATABASE_HANGS at once while the server hangs and as soon as
   * it does, DATABASE_OVERDUE when patience ends; `giveUp` then takes back what has not been sent.
   */
  async during<T>(work: () => PromiseLike<T>, giveUp?: () => void): Promise<T> {
    if (this.#isHanging) throw hanging();
    const { promise: givenUp, reject } = Promise.withResolvers<never>();
    const wait: Wait = {
      since: performance.now(),
      giveUp: (why) => {
        giveUp?.();
        reject(why);
      },
    };
    this.#waits.add(wait);
    this.#watch();
    try {
      return await Promise.race([work(), givenUp]);
    } finally {
      this.#waits.delete(wait);
    }
  }

  stop(): void {
    this.#isStopped = true;
    clearInterval(this.#timer);
  }

  #watch(): void {
    if (this.#timer) return;
    // Its connection stands ready then: to open one takes long when everything does.
    if (!this.#isOpened) void this.server.ask();
    this.#isOpened = true;
    this.#lookedAt = performance.now();
    this.#timer = setInterval(() => this.#look(), everyMs).unref();
  }

  #look(): void {
    const now = performance.now();
    const wasBusy = now - this.#lookedAt > busyMs;
    this.#lookedAt = now;
    if (this.#waits.size === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
      return;
    }
    if (wasBusy) return;
    this.server.listen(now);
    this.#endOverdue(now);
    // The first that came has waited longest.
    const [first] = this.#waits;
    const quietSince = Math.max(first?.since ?? now, this.#answeredAt);
    if (!this.#isAsking && !this.#isHanging && now - quietSince > this.within.suspectMs) {
      void this.#suspect();
    }
  }

  #endOverdue(now: number): void {
    const { patienceMs } = this.within;
    if (patienceMs === 0) return;
    for (const wait of this.#waits) {
      if (now - wait.since <= patienceMs) continue;
      // Looks are some time apart, so what was heard may seem to have come that much later.
      this.server.cut(wait.since + 2 * everyMs);
      wait.giveUp(failure(overdue, "the database has not answered in time"));
    }
  }

  async #suspect(): Promise<void> {
    this.#isAsking = true;
    const isThere = await this.#isThere();
    this.#isAsking = false;
    this.#answeredAt = performance.now();
    if (isThere || this.#isStopped) return;
    this.#isHanging = true;
    this.server.cut();
    for (const wait of this.#waits) wait.giveUp(hanging());
    while (!this.#isStopped && !(await this.#answers())) {
      await sleep(againMs, undefined, { ref: false });
    }
    this.#isHanging = false;
  }

  /**
   * Whether it answers at all. The asker's connection may have fallen silent alone: while others are sent something it
   * is replaced and asked anew.
   */
  async #isThere(): Promise<boolean> {
    for (;;) {
      const askedAt = performance.now();
      if (await this.#answers()) return true;
      this.server.listen(performance.now());
      // What came before the question may be read, and be seen, that much later.
      if (this.#isStopped || !this.server.heardSince(askedAt + 2 * everyMs)) return false;
    }
  }

  /**
   * Asks, and asks again where the connection fails, since a connection that was cut says nothing of the server; at
   * half of the time over a second connection too, since the first may have fallen silent alone.
   * A step that comes late counts as two at most, so that a busy process is not taken for a silent server; three times
   * as long in all.
   */
  async #answers(): Promise<boolean> {
    let asked = this.server.ask();
    const { answerMs } = this.within;
    const askedAt = performance.now();
    const latest = askedAt + 3 * answerMs;
    let isAskedTwice = false;
    for (let waited = 0; waited < answerMs;) {
      const began = performance.now();
      const answer = await Promise.race([asked, sleep(everyMs, undefined, { ref: false })]);
      if (answer) {
        if (isAskedTwice) this.server.forget(askedAt);
        return true;
      }
      if (answer === undefined && !isAskedTwice && waited > answerMs / 2) {
        isAskedTwice = true;
        asked = either(asked, this.server.ask());
      }
      if (answer === false) {
        await sleep(everyMs, undefined, { ref: false });
        asked = this.server.ask();
      }
      const now = performance.now();
      if (now > latest) break;
      waited += Math.min(now - began, 2 * everyMs);
    }
    this.server.forget();
    return false;
  }
}

/** Whether one of them is true, as soon as one is. */
async function either(...answers: readonly Promise<boolean>[]): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  for (const one of answers) void one.then((isTrue) => isTrue && resolve(true));
  void Promise.all(answers).then(() => resolve(false));
  return promise;
}

const hanging = () => failure(hangs, "the database takes connections and does not answer");
const failure = (code: string, message: string) => Object.assign(new Error(message), { code });
