import { minuteMs } from "@/lib/core/durations";

import type { Act, ActResult, KeptAct, Refusal } from "./act";

/** What an answer means for the act that was sent (`read-answer.ts` tells). */
export type Verdict =
  | { readonly kind: "Done"; readonly result: ActResult }
  | { readonly kind: "Refused"; readonly refusal: Refusal }
  /** Nothing is settled: send it again, at the earliest after so many milliseconds where the server said so. */
  | { readonly kind: "Later"; readonly afterMs?: number };

/** Waits between two tries of an act, in milliseconds: doubling, up to the longest. */
const shortestWait = 2_000;
const longestWait = minuteMs;

/** So often a car that left is told before those that came after it; then they are told all the same. */
const triesToGoFirst = 5;

export const isWaiting = ({ state }: KeptAct) => state === "Waiting";
const lacksSession = ({ act }: KeptAct) =>
  act.kind !== "CheckIn" && act.kind !== "Cancel" && act.sessionId === undefined;
/** What was billed is told without a session too: it names its booking, and the server keeps what it refuses. */
const needsSession = (kept: KeptAct) => lacksSession(kept) && kept.act.kind !== "Finalize";

const replace = (acts: readonly KeptAct[], changed: KeptAct): KeptAct[] =>
  acts.map((one) => (one.act.key === changed.act.key ? changed : one));

/**
 * Keeps one more act, after all others; one that is kept already stays as it is. It is given the session that a
 * check-in of its booking has begun meanwhile; where it needs one and no check-in waits to begin it, it is refused at
 * once (`offline.no_session`), so that nothing is ever lost without a word. What was billed after a check-in that was
 * refused is sent with it.
 */
export function addAct(acts: readonly KeptAct[], act: Act, now: number): KeptAct[] {
  if (acts.some((one) => one.act.key === act.key)) return [...acts];
  const seq = Math.max(0, ...acts.map((one) => one.seq)) + 1;
  const ofBooking = acts.filter((one) => one.act.bookingId === act.bookingId);
  const begun = ofBooking.findLast(({ result }) => result?.sessionId !== undefined);
  const sessionId = act.sessionId ?? begun?.result?.sessionId;
  const known: Act = sessionId === undefined ? act : { ...act, sessionId };
  const kept: KeptAct = { act: known, seq, state: "Waiting", tries: 0, dueAt: now };
  const willBegin = ofBooking.some((one) => isWaiting(one) && one.act.kind === "CheckIn");
  if (!lacksSession(kept) || willBegin) return [...acts, kept];
  const refused = inOrder(ofBooking).findLast(({ act }) => act.kind === "CheckIn");
  if (!needsSession(kept)) return [...acts, refused ? afterRefused(kept, refused) : kept];
  return [...acts, refuse(kept, { code: "offline.no_session" }, now)];
}

/**
 * The act to send now, or null. What is done to one booking is sent in its order, each once the one before it is
 * settled; what waits for one booking keeps no other from being sent, but for a car that came after another had left.
 */
export function nextAct(acts: readonly KeptAct[], now: number): KeptAct | null {
  return firstOfEach(acts).find(({ dueAt }) => dueAt <= now) ?? null;
}

/** When there is something to send next, in milliseconds since 1970; null for never. */
export function nextDueAt(acts: readonly KeptAct[]): number | null {
  const due = firstOfEach(acts).map(({ dueAt }) => dueAt);
  return due.length > 0 ? Math.min(...due) : null;
}

/** Of each booking the first that waits, if it may be sent. */
function firstOfEach(acts: readonly KeptAct[]): KeptAct[] {
  const waiting = inOrder(acts).filter(isWaiting);
  const firsts = new Map<string, KeptAct>();
  for (const one of waiting) if (!firsts.has(one.act.bookingId)) firsts.set(one.act.bookingId, one);
  const leaves = waiting.filter(
    ({ act }) =>
      act.kind === "Finalize" && (firsts.get(act.bookingId)?.tries ?? 0) < triesToGoFirst,
  );
  /** A car is let in once those are told to have left that left before: it may stand where one of them stood. */
  const isHeld = ({ act, seq }: KeptAct) =>
    act.kind === "CheckIn" &&
    leaves.some(
      (left) =>
        left.seq < seq &&
        left.act.stationId === act.stationId &&
        left.act.bookingId !== act.bookingId,
    );
  return [...firsts.values()].filter((one) => !isHeld(one));
}

const inOrder = (acts: readonly KeptAct[]) => acts.toSorted((a, b) => a.seq - b.seq);

/**
 * What an answer does. A check-in that is done gives its session to what follows it; one that is refused takes along
 * what needed the session that it would have begun, but for what was billed. What is settled already stays so, whatever comes late.
 * `jitter`, 0 to 1, spreads the tries of many phones.
 */
export function settle(
  acts: readonly KeptAct[],
  key: string,
  verdict: Verdict,
  { now, jitter }: { readonly now: number; readonly jitter: number },
): KeptAct[] {
  const sent = acts.find(({ act }) => act.key === key);
  if (!sent || !isWaiting(sent)) return [...acts];
  if (verdict.kind === "Later") return replace(acts, postpone(sent, verdict.afterMs, now, jitter));
  if (verdict.kind === "Done") {
    const { result } = verdict;
    const done = replace(acts, { ...finish(sent, now), state: "Done", result });
    if (sent.act.kind !== "CheckIn" || result.sessionId === undefined) return done;
    return done.map((one) => withSession(one, sent, result.sessionId));
  }
  const refused = replace(acts, refuse(sent, verdict.refusal, now));
  const isLeft = sent.act.kind === "CheckIn";
  return isLeft ? takeAlong(refused, sent, now) : refused;
}

function postpone(
  sent: KeptAct,
  afterMs: number | undefined,
  now: number,
  jitter: number,
): KeptAct {
  const wait = Math.min(shortestWait * 2 ** Math.min(sent.tries, 10), longestWait);
  const spread = wait * (0.5 + jitter / 2);
  return { ...sent, tries: sent.tries + 1, dueAt: now + Math.max(spread, afterMs ?? 0) };
}

const finish = ({ act, ...kept }: KeptAct, now: number): KeptAct => ({
  ...kept,
  act: withoutCode(act),
  settledAt: now,
});

const refuse = (kept: KeptAct, refusal: Refusal, now: number): KeptAct => ({
  ...kept,
  state: "Refused",
  settledAt: now,
  refusal,
});

/** A code that was used is of no more use, and not kept. */
function withoutCode(act: Act): Act {
  if (act.kind !== "CheckIn") return act;
  const { qr: _, code: __, ...rest } = act;
  return rest;
}

const follows = (one: KeptAct, checkIn: KeptAct) =>
  one.act.bookingId === checkIn.act.bookingId && isWaiting(one) && lacksSession(one);

const withSession = (one: KeptAct, checkIn: KeptAct, sessionId: string | undefined): KeptAct =>
  follows(one, checkIn) ? { ...one, act: { ...one.act, sessionId } } : one;

/**
 * Up to the next check-in of the booking, which may yet begin a session. What was billed is told all the same, with
 * the check-in that it followed: it ends no session that somebody else began, and the server keeps it to be settled.
 */
function takeAlong(acts: readonly KeptAct[], checkIn: KeptAct, now: number): KeptAct[] {
  const again = inOrder(acts).find(
    (one) =>
      isWaiting(one) && one.act.kind === "CheckIn" && one.act.bookingId === checkIn.act.bookingId,
  );
  const refusal = { code: "offline.check_in_refused", because: checkIn.act.key };
  return acts.map((one) => {
    if (!follows(one, checkIn) || one.seq >= (again?.seq ?? Infinity)) return one;
    return needsSession(one) ? refuse(one, refusal, now) : afterRefused(one, checkIn);
  });
}

const afterRefused = (one: KeptAct, { act: { at: scannedAt } }: KeptAct): KeptAct =>
  one.act.kind === "Finalize" ? { ...one, act: { ...one.act, scannedAt } } : one;

/** Everything may be sent at once again, as when the network is back. */
export const wake = (acts: readonly KeptAct[], now: number): KeptAct[] =>
  acts.map((one) => (isWaiting(one) && one.dueAt > now ? { ...one, dueAt: now } : one));
