import type { QueuedArrival, QueueView } from "@/lib/charging/queue/schema";

import type { KeptAct } from "../offline/act";
import { serverTimeAt } from "../offline/clock";
import type { ScreenGround } from "../offline/ground-door";
import { readCode, readNumber, recognize, type Recognized } from "../offline/recognize";
import { askGate, askNumber, type GateWishes } from "./ask-gate";
import { Awaited } from "./awaited";
import type { CheckedIn, Seen, Step } from "./gate-step";
import { explain, type Explained } from "./why";

/**
 * What is done about a code at a gate, with or without network. What the kept queue knows is said at once and let in by
 * an act, which is sent when it can be; of everything else the server alone knows why. It stands on the ground, and
 * tells its listeners of each step.
 */
export class Gate {
  #step: Step;
  readonly #awaited: Awaited;
  readonly #listeners = new Set<() => void>();
  /** The same for every try of one question, so that it is done once. */
  #askedWith = crypto.randomUUID();
  #onAnswer: (answer: "yes" | "no") => void = () => undefined;

  constructor(
    private readonly ground: ScreenGround,
    private readonly initial: QueueView,
    /** Asks for the queue anew. */
    private readonly refresh: () => Promise<void>,
    /** The booking that the operator comes from. */
    awaitedId: string | null = null,
  ) {
    this.#awaited = new Awaited(() => this.#queue(), awaitedId);
    this.#step = this.#awaited.aimed();
  }

  readonly step = () => this.#step;

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Begins to follow what becomes of what was sent; answers how to stop. `onAnswer` hears every yes and no. */
  start(onAnswer: (answer: "yes" | "no") => void): () => void {
    this.#onAnswer = onAnswer;
    const stop = this.ground.subscribe(() => {
      this.#follow();
      const heeded = this.#awaited.heed(this.#step);
      if (heeded !== this.#step) this.#go(heeded);
    });
    return () => void stop();
  }

  /** Follows the address: awaits the booking that it names now, and without one nobody. */
  readonly follow = (awaitedId: string | null) => {
    if (this.#awaited.follow(awaitedId)) this.#go(this.#awaited.aimed());
  };

  /** Begins anew and awaits nobody, as where somebody else came; whose address it was is out of it now. */
  readonly begin = () => {
    this.#awaited.follow(null);
    this.#await(null);
  };

  /** Waits for the next code; for that of whoever is awaited, until somebody was let in. */
  readonly aim = () => {
    const step = this.#step;
    // Of whom a card has said that they are not to come, it need not be said again.
    const isTold = step.at === "No" && !step.awaited && this.#awaited.isSeen(step.seen);
    if (isTold || step.at === "Sent") this.#awaited.be(null);
    this.#go(this.#awaited.aimed());
  };

  /** Drops the answer to the code before: what was typed now is too short for one. */
  readonly miss = (typed: string) => this.#go({ ...this.#awaited.aimed(), typed });

  #await(id: string | null) {
    this.#awaited.be(id);
    this.#go(this.#awaited.aimed());
  }

  /** Back to the booking that was found, as to choose another connector. */
  readonly choose = (seen: Seen) =>
    this.#go({ at: "Found", seen, awaited: this.#awaited.otherThan(seen) });

  /** Takes what was scanned or typed: a code, or a booking's number, which lets nobody in but says whose code to ask for. */
  async take(text: string): Promise<void> {
    const named = readCode(text);
    const number = readNumber(text);
    if (!named && number) return this.#seek(number);
    if (!named) return this.#refuse(explain({ code: "qr.bad_signature" }), null);
    // By a clock that was never compared with the server's, nobody is early or late.
    if (!this.ground.state().clock && this.#isReached()) await this.refresh();
    let found = await this.#recognize(text);
    if (found.kind === "Unknown" && this.#isReached()) {
      this.#go({ at: "Asking" });
      await this.refresh();
      found = await this.#recognize(text);
    }
    const meant = found.kind === "Unknown" && this.#numbered(number);
    if (meant) return this.#await(meant.id);
    const arrival = "arrival" in found ? found.arrival : null;
    return this.#judge(found, { named, arrival });
  }

  /** Finds the booking of a number among the arrivals. */
  async #seek(number: string): Promise<void> {
    if (!this.#numbered(number) && this.#isReached()) {
      this.#go({ at: "Asking" });
      await this.refresh();
    }
    const arrival = this.#numbered(number);
    if (arrival) return this.#await(arrival.id);
    if (!this.#isReached()) {
      return this.#refuse({ why: { name: "unknownHere" }, ways: [] }, null);
    }
    this.#go({ at: "Asking" });
    const isOfToday = await askNumber(this.ground.viewer, number);
    if (isOfToday === null) return this.#refuse({ why: { name: "unknownHere" }, ways: [] }, null);
    if (isOfToday) return this.#refuse({ why: { name: "notAwaited", number }, ways: [] }, null);
    return this.#refuse({ why: { name: "unknownNumber", number }, ways: ["search"] }, null);
  }

  #judge(found: Recognized<QueuedArrival>, seen: Seen): Promise<void> | void {
    if (found.kind === "Arrival" || found.kind === "Early") {
      const isEarly = found.kind === "Early";
      this.#onAnswer(isEarly ? "no" : "yes");
      const { opensAt } = found.arrival;
      const awaited = this.#awaited.otherThan(seen);
      return this.#go({ at: "Found", seen, ...(isEarly && { opensAt }), awaited });
    }
    if (found.kind === "Used") {
      return this.#refuse({ why: { name: "usedHere" }, ways: ["session"] }, seen);
    }
    if (this.#isReached()) return this.#ask(seen, {});
    if (found.kind !== "Late") {
      return this.#refuse({ why: { name: "unknownHere" }, ways: [] }, seen);
    }
    const { closesAt: closedAt, timeZone } = found.arrival;
    return this.#refuse(explain({ code: "qr.expired", details: { closedAt, timeZone } }), seen);
  }

  /**
   * Lets the car in: by an act where the booking is known here, else by the server alone. Its card is left before anything
   * is waited for, and from a card that is left nobody is let in: two presses are one.
   */
  async letIn(seen: Seen, wishes: GateWishes & { readonly number?: number }): Promise<void> {
    const card = this.#step;
    if ((card.at !== "Found" && card.at !== "No") || card.seen !== seen) return;
    const { number: connector, ...wished } = wishes;
    const { arrival, named } = seen;
    if (!arrival) return this.#ask(seen, wished);
    const { id: bookingId, number, stationId } = arrival;
    const act = { kind: "CheckIn", bookingId, number, stationId, ...named, ...wished } as const;
    const sent: Step = { at: "Sent", seen, key: null, connector };
    this.#go(sent);
    const key = await this.ground.add(act).catch((error: unknown) => {
      // Nothing was kept: it can be pressed again.
      if (this.#step === sent) this.#go(card);
      throw error;
    });
    // Whoever went on to the next driver meanwhile stays there.
    if (this.#step !== sent) return;
    this.#go({ ...sent, key });
    this.#follow();
  }

  async #ask(seen: Seen, wishes: GateWishes) {
    this.#go({ at: "Asking" });
    const answer = await askGate(this.ground.viewer, this.#askedWith, { ...seen.named, ...wishes });
    const isUnanswered = answer.kind === "No" && answer.refusal.code === "scan.unanswered";
    if (!isUnanswered) this.#askedWith = crypto.randomUUID();
    if (answer.kind === "No") return this.#refuse(explain(answer.refusal), seen);
    const { booking, connector } = answer.session;
    const name = booking.ownerName ?? booking.number;
    return this.#letIn({ at: "In", name, connector: connector.number, bookingId: booking.id });
  }

  /** What has become of the act that was sent? */
  #follow() {
    const step = this.#step;
    if (step.at !== "Sent" || step.key === null) return;
    const { key } = step;
    const sent = this.ground.state().acts.find(({ act }) => act.key === key);
    if (!sent || sent.state === "Waiting") return;
    if (sent.state === "Refused") {
      // Read here, it need not be read above the page as well.
      this.#refuse(explain(sent.refusal ?? { code: "scan.unanswered" }), step.seen);
      void this.ground.dismiss(key);
      void this.refresh();
      return;
    }
    const { arrival } = step.seen;
    const name = arrival?.ownerName ?? sent.act.number;
    const { connector } = step;
    this.#letIn({ at: "In", name, connector, bookingId: sent.act.bookingId });
  }

  #letIn(step: CheckedIn) {
    this.#onAnswer("yes");
    this.#awaited.be(null);
    this.#go(step);
    void this.refresh();
  }

  #refuse(explained: Explained, seen: Seen | null) {
    this.#onAnswer("no");
    this.#go({ at: "No", explained, seen, awaited: this.#awaited.arrival() });
  }

  #go(step: Step) {
    this.#step = step;
    for (const listener of this.#listeners) listener();
  }

  #isReached() {
    return this.ground.state().isReached !== false;
  }

  /** Of the newest list that this phone has. */
  #queue(): QueueView {
    const { queue } = this.ground.state();
    const isNewer = queue !== null && queue.at > Date.parse(this.initial.serverTime);
    return isNewer ? (queue.view as QueueView) : this.initial;
  }

  readonly #numbered = (sought: string | null) =>
    this.#queue().arrivals.find(({ number }) => number === sought);

  #recognize(text: string) {
    const { acts, clock } = this.ground.state();
    const used = new Set(acts.filter(isUsedHere).map(({ act }) => act.bookingId));
    return recognize(text, this.#queue().arrivals, { now: serverTimeAt(clock, Date.now()), used });
  }
}

const isUsedHere = ({ act, state }: KeptAct) => act.kind === "CheckIn" && state === "Waiting";
