/** What one app may take of a gateway; whatever is beyond is refused, and told so. */
export const limits = {
  /** Sockets of one person at this process, as live lines (live-events.md). */
  socketsOfUser: 20,
  /** Sockets of this process that have not yet said who they are. */
  strangers: 2_000,
  /** Those of them that come from one address: nobody keeps all others out. */
  strangersOfAddress: 500,
  /** Sessions and bookings that one socket listens to at once. */
  joins: 20,
  /** What one socket may say at once, and for how many a second that fills up again. */
  asks: { burst: 20, perSecond: 5 },
  /** What one socket is told at once, and a second; what is beyond is `missed`. */
  tellings: { burst: 100, perSecond: 50 },
  /** Tellings of one socket that wait for the database, and what may wait in its own buffer. */
  waiting: 100,
  /** One message of an app, in bytes. */
  messageBytes: 16 * 1024,
  /** How long a stranger may stay, in milliseconds. */
  authenticateMs: 10_000,
  /** How often is asked who everybody is now; an access that ended is noticed within 20 s. */
  renewMs: 15_000,
} as const;

/** So much at once, and so much more with each second. */
export class Bucket {
  #left: number;
  #at = performance.now();

  constructor(private readonly rate: { readonly burst: number; readonly perSecond: number }) {
    this.#left = rate.burst;
  }

  /** Takes one, if there is one. */
  take(): boolean {
    const now = performance.now();
    const filled = this.#left + ((now - this.#at) / 1_000) * this.rate.perSecond;
    this.#left = Math.min(this.rate.burst, filled);
    this.#at = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
