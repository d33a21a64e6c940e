import type { QueuedArrival, QueuedSession, QueueView } from "@/lib/charging/queue/schema";
import type { SessionView } from "@/lib/charging/sessions/schema";

import type { Act, KeptAct } from "../offline/act";

/** A note as the card shows it; one that waits to be sent has no author yet. */
export interface PhoneNote {
  readonly id: string;
  readonly at: string;
  readonly by: string | null;
  readonly text: string;
}

/** A session as this phone knows it: what the server said, and what was done here since. */
export interface PhoneSession extends Omit<
  SessionView,
  | "id"
  | "connector"
  | "status"
  | "ownerName"
  | "next"
  | "noteList"
  | "ownerNic"
  | "metered"
  | "totals"
  | "payment"
  | "notes"
> {
  /** Null for one that was begun without network and is not sent yet. */
  readonly id: string | null;
  readonly connector: SessionView["connector"] | null;
  /** Null for a guest at the gate, whom the plate alone tells. */
  readonly ownerName: string | null;
  /** The connectors that suit its car, in the server's order; none where the phone was not told. */
  readonly suitingConnectorIds: readonly string[];
  /** What it is paid in; null where the phone was not told. */
  readonly currency: string | null;
  /** When somebody else needs the place, where that is known. */
  readonly next: { readonly startsAt: string } | null;
  readonly noteList: readonly PhoneNote[];
  /** When it was finished on this phone, where the server has not heard of it. */
  readonly finishedAt: string | null;
  /** What waits on this phone to be sent, and what was refused, in its order. */
  readonly acts: readonly KeptAct[];
}

/** The queue with what was done on this phone since it was read. */
export interface PhoneQueue extends Pick<QueueView, "approvals" | "exceptions"> {
  readonly arrivals: readonly QueuedArrival[];
  readonly inProgress: readonly PhoneSession[];
}

type ActOf<K extends Act["kind"]> = Extract<Act, { readonly kind: K }>;

/** The last act of a kind that was not refused; what the server has not heard of yet or answered a moment ago. */
function lastAct<K extends Act["kind"]>(acts: readonly KeptAct[], ...kinds: K[]) {
  const found = acts.findLast(
    ({ act, state }) => state !== "Refused" && kinds.some((kind) => kind === act.kind),
  );
  return found as (KeptAct & { readonly act: ActOf<K> }) | undefined;
}

const isOpen = ({ state }: KeptAct) => state !== "Done";

/** The session with what this phone did to it and the server has not told of. */
export function onPhone(
  session: SessionView | QueuedSession,
  acts: readonly KeptAct[],
): PhoneSession {
  const own = acts.filter(({ act }) => act.bookingId === session.bookingId);
  const currency = session.costSoFar?.currency ?? null;
  const suitingConnectorIds = "suitingConnectorIds" in session ? session.suitingConnectorIds : [];
  return withActs(
    { ...session, suitingConnectorIds, currency, finishedAt: null, acts: own.filter(isOpen) },
    own,
  );
}

/** One that was begun here without network. */
function begun(
  arrival: QueuedArrival,
  checkIn: KeptAct & { act: ActOf<"CheckIn"> },
  own: readonly KeptAct[],
) {
  const { connectorId, at } = checkIn.act;
  const { proposedConnector: proposed } = arrival;
  // Another than the proposed one is known by its id alone; the answer brings it.
  const isProposed = proposed && (connectorId === undefined || connectorId === proposed.id);
  const session: PhoneSession = {
    id: checkIn.result?.sessionId ?? null,
    bookingId: arrival.id,
    bookingNumber: arrival.number,
    stationId: arrival.stationId,
    stationName: arrival.stationName,
    timeZone: arrival.timeZone,
    ownerName: arrival.ownerName,
    vehiclePlate: arrival.vehiclePlate,
    connector: isProposed ? proposed : null,
    suitingConnectorIds: arrival.suitingConnectorIds,
    startedAt: at,
    endedAt: null,
    pausedAt: null,
    bookedUntil: arrival.endsAt,
    overstay: false,
    kWh: null,
    costSoFar: null,
    currency: arrival.estimate?.currency ?? null,
    lateCancelFee: null,
    next: null,
    noteList: [],
    photos: [],
    receiptNumber: null,
    can: ["annotate", "pause", "finalize"],
    finishedAt: null,
    acts: own.filter(isOpen),
  };
  return withActs(session, own);
}

function withActs(session: PhoneSession, own: readonly KeptAct[]): PhoneSession {
  const waiting = own.filter(({ state }) => state === "Waiting");
  const change = lastAct(waiting, "Pause", "Resume");
  const finalize = lastAct(waiting, "Finalize");
  const pausedAt =
    change === undefined ? session.pausedAt : change.act.kind === "Pause" ? change.act.at : null;
  const notes = waiting.flatMap(({ act }) =>
    act.kind === "Note" ? [{ id: act.key, at: act.at, by: null, text: act.text }] : [],
  );
  return {
    ...session,
    pausedAt,
    can: turned(session.can, session.pausedAt, pausedAt),
    noteList: [...session.noteList, ...notes],
    finishedAt: finalize?.act.at ?? null,
  };
}

/** Whoever paused it here may resume it, and the other way round. */
function turned(can: PhoneSession["can"], before: string | null, now: string | null) {
  if ((before === null) === (now === null)) return can;
  const others = can.filter((action) => action !== "pause" && action !== "resume");
  return [...others, now === null ? ("pause" as const) : ("resume" as const)];
}

/**
 * The four lists as this phone knows them: a car that was let in here has left the arrivals, one that was finished
 * here is marked, or gone once the server has it. Pure; nothing of the server's answer is changed.
 */
export function queueOnPhone(queue: QueueView, acts: readonly KeptAct[]): PhoneQueue {
  const of = Map.groupBy(acts, ({ act }) => act.bookingId);
  const actsOf = (bookingId: string) => of.get(bookingId) ?? [];
  const known = new Set(queue.inProgress.map(({ bookingId }) => bookingId));
  const started = queue.arrivals.flatMap((arrival) => {
    const own = actsOf(arrival.id);
    const checkIn = lastAct(own, "CheckIn");
    return checkIn && !known.has(arrival.id) ? [begun(arrival, checkIn, own)] : [];
  });
  const gone = new Set(started.map(({ bookingId }) => bookingId));
  const isOver = (bookingId: string) => lastAct(actsOf(bookingId), "Finalize")?.state === "Done";
  const charging = queue.inProgress.map((session: QueuedSession) =>
    onPhone(session, actsOf(session.bookingId)),
  );
  return {
    approvals: queue.approvals,
    arrivals: queue.arrivals.filter(({ id }) => !gone.has(id) && !known.has(id)),
    inProgress: [...charging, ...started].filter(({ bookingId }) => !isOver(bookingId)),
    exceptions: queue.exceptions.filter(
      (row) =>
        !("bookingId" in row) ||
        (row.kind === "Overstay" ? !isOver(row.bookingId) : !gone.has(row.bookingId)),
    ),
  };
}

/** The lists of one station alone; of all without. */
export function ofStation(queue: PhoneQueue, stationId: string | null): PhoneQueue {
  const isOurs = (row: { readonly stationId: string }) =>
    stationId === null || row.stationId === stationId;
  return {
    approvals: queue.approvals.filter(isOurs),
    arrivals: queue.arrivals.filter(isOurs),
    inProgress: queue.inProgress.filter(isOurs),
    exceptions: queue.exceptions.filter(isOurs),
  };
}
