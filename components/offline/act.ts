/**
 * What an operator or an owner does by the phone, with or without network, and is sent once (product.md, Offline). Each names its
 * booking, because a session begun offline has no id before its check-in is answered.
 */
interface ActHead {
  /** A UUID, sent as `Idempotency-Key`: however often the act is sent, it is done once. */
  readonly key: string;
  /** When it was done, as an ISO instant by the server's clock (`clock.ts`). */
  readonly at: string;
  readonly bookingId: string;
  /** The booking's number, to name the act by. */
  readonly number: string;
  /** Where it was done: what belongs to a station is erased with the station. */
  readonly stationId: string;
  /** The session it is about; of one begun offline, the replay fills it in. */
  readonly sessionId?: string;
}

/** How the booking was named at the gate: exactly one of `qr` and `code`, as `POST sessions/checkin` takes it. */
interface CheckInAct extends ActHead {
  readonly kind: "CheckIn";
  /** What the QR code says. Kept until the act is done or put away. */
  readonly qr?: string;
  readonly code?: string;
  readonly connectorId?: string;
  readonly override?: { readonly reason: string };
}

interface NoteAct extends ActHead {
  readonly kind: "Note";
  readonly text: string;
}

interface PauseAct extends ActHead {
  readonly kind: "Pause" | "Resume";
}

/** Its picture lies beside it, by the act's key. */
interface PhotoAct extends ActHead {
  readonly kind: "Photo";
}

/** As `POST sessions/finalize` takes it: kWh as typed, the amount in major units. */
interface FinalizeAct extends ActHead {
  readonly kind: "Finalize";
  readonly kWh?: string;
  readonly notes?: string;
  readonly payment?: { readonly mode: string; readonly amount?: string };
  /** When the check-in was done that it followed and that was refused: no session that began otherwise is meant. */
  readonly scannedAt?: string;
}

/** An owner's; by the server's time when it arrives, which is what its rule asks, so `at` is not sent. */
interface CancelAct extends ActHead {
  readonly kind: "Cancel";
}

export type Act = CheckInAct | NoteAct | PauseAct | PhotoAct | FinalizeAct | CancelAct;

/** An act as a screen hands it in; key and instant are the ground's to give. */
export type NewAct = WithoutHead<Act>;
type WithoutHead<A> = A extends Act ? Omit<A, "key" | "at"> : never;

/** Why an act was not done: the server's code and words, or a code of ours, which the screen has words for. */
export interface Refusal {
  readonly code: string;
  readonly message?: string;
  /** What the refusal tells besides, such as `opensAt`. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** The key of the refused act that this one depended on. */
  readonly because?: string;
}

/** What is known once an act is done. */
export interface ActResult {
  readonly sessionId?: string;
  readonly receiptNumber?: string;
}

/** An act as the phone keeps it: `Waiting` to be sent, or what became of it. */
export interface KeptAct {
  readonly act: Act;
  /** Its place among all acts of this phone. */
  readonly seq: number;
  readonly state: "Waiting" | "Done" | "Refused";
  /** How often it was sent without an answer that settles it. */
  readonly tries: number;
  /** Not sent before, in milliseconds since 1970 by the phone's clock. */
  readonly dueAt: number;
  /** When it was settled, by the phone's clock. */
  readonly settledAt?: number;
  readonly result?: ActResult;
  readonly refusal?: Refusal;
}
