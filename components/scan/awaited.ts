import type { QueuedArrival, QueueView } from "@/lib/charging/queue/schema";

import { type Seen, standingOf, type Step } from "./gate-step";
import { bookingOfToken } from "./read-token";

/** Whose code is asked for at a gate: of whom the page's address named, or of whom the operator said since. */
export class Awaited {
  #id: string | null;

  constructor(
    /** The newest list that this phone has. */
    private readonly queue: () => QueueView,
    /** The booking that the address names. */
    private addressed: string | null,
  ) {
    this.#id = addressed;
  }

  /** From now on it is this one, or nobody. */
  readonly be = (id: string | null) => void (this.#id = id);

  /** Follows the address; answers whether it names another than before. */
  follow(id: string | null): boolean {
    if (id === this.addressed) return false;
    this.addressed = id;
    this.#id = id;
    return true;
  }

  /** As the list has them now; undefined where they are not to come. */
  arrival(): QueuedArrival | undefined {
    return this.queue().arrivals.find(({ id }) => id === this.#id);
  }

  /** The same, where that is not who was seen. */
  otherThan(seen: Seen): QueuedArrival | undefined {
    return this.isSeen(seen) ? undefined : this.arrival();
  }

  isSeen(seen: Seen | null): boolean {
    const token = seen && "qr" in seen.named ? seen.named.qr : "";
    const id = seen?.arrival?.id ?? bookingOfToken(token);
    return id !== undefined && id === this.#id;
  }

  /** The gate that waits for their code, or says how the booking stands that is not to come. */
  aimed(): Extract<Step, { at: "Aim" }> {
    if (this.#id === null) return { at: "Aim" };
    const awaited = this.arrival();
    return { at: "Aim", ...(awaited ? { awaited } : { gone: standingOf(this.#id, this.queue()) }) };
  }

  /** The step as the list has it now: they may be to come no more, or stand somewhere else; itself where nothing is new. */
  heed(step: Step): Step {
    if (this.#id === null) return step;
    if (step.at === "Aim") {
      const now = this.aimed();
      const isSame = now.awaited === step.awaited && now.gone === step.gone;
      return isSame ? step : { ...now, typed: step.typed };
    }
    if (step.at !== "Found" && step.at !== "No") return step;
    const awaited = step.at === "Found" ? this.otherThan(step.seen) : this.arrival();
    return awaited === step.awaited ? step : { ...step, awaited };
  }
}
