import type { KeptAct } from "./act";
import type { ClockReading } from "./clock";
import type { KeptThings } from "./database";

/** What the screens see of what this phone keeps. */
export interface GroundState {
  /** Whether the phone's database was read. */
  readonly isRead: boolean;
  readonly acts: readonly KeptAct[];
  /** The queue as it was kept last; `at` by the server's clock, in milliseconds. */
  readonly queue: KeptThings["queue"] | null;
  readonly clock: ClockReading | null;
  /** Whether the server answered when it was asked last; null before that. */
  readonly isReached: boolean | null;
  /** Whether this page's person is still the one who is signed in. */
  readonly standing: "SignedIn" | "SignedOut" | "OtherAccount";
  /** How many acts went with stations that are the person's no longer. */
  readonly lost: number;
}

export const emptyGround: GroundState = {
  isRead: false,
  acts: [],
  queue: null,
  clock: null,
  isReached: null,
  standing: "SignedIn",
  lost: 0,
};
