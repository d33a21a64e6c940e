/** How long an approval can be taken back, in milliseconds (screens.md, S8). */
export const undoMs = 5_000;

/** So many are on their way at once. */
const atOnce = 4;

/** How an approval stands that was given in a list. */
export type Approval =
  | { readonly kind: "Held" }
  | { readonly kind: "Sending" }
  | { readonly kind: "Approved" }
  | { readonly kind: "Refused"; readonly why: string };

/** What came of some that were sent together. */
export interface Outcome {
  readonly approved: readonly string[];
  readonly refused: readonly { readonly id: string; readonly why: string }[];
}

/**
 * Keeps approvals for as long as they can be taken back, and then sends each by itself, so that one that is refused
 * holds up no other. `sendHeld` sends what is held at once: whoever leaves meant what they pressed
 * (docs/decisions/approvals-can-be-taken-back.md).
 */
export class ApprovalDesk {
  readonly #send: (id: string) => Promise<string | null>;
  readonly #told: (outcome: Outcome) => void;
  #states: ReadonlyMap<string, Approval> = new Map();
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  /** What was sent together and is not answered yet. */
  readonly #underWay = new Set<Promise<void>>();
  readonly #listeners = new Set<() => void>();

  /** `send` answers null, or why it was refused; `told` hears what came of those that were approved together. */
  constructor(
    send: (id: string) => Promise<string | null>,
    told: (outcome: Outcome) => void = () => {},
  ) {
    this.#send = send;
    this.#told = told;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The same map until something changes. */
  readonly states = (): ReadonlyMap<string, Approval> => this.#states;

  /** Approves these in five seconds, unless that is taken back; those that are on their way already it leaves alone. */
  approve(ids: readonly string[]): void {
    const fresh = ids.filter((id) => {
      const kind = this.#states.get(id)?.kind;
      return kind === undefined || kind === "Refused";
    });
    if (fresh.length === 0) return;
    const held = { kind: "Held" } as const;
    this.#set(fresh.map((id) => [id, held]));
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      // One that was taken back and approved again has its own time.
      this.#sendThese(fresh.filter((id) => this.#states.get(id) === held));
    }, undoMs);
    this.#timers.add(timer);
  }

  /** Takes one back, or all that are not on their way yet; returns which. */
  undo(id?: string): string[] {
    const held = this.held();
    const back = new Set(id === undefined ? held : [id]);
    const kept = [...this.#states].filter(([one, { kind }]) => kind !== "Held" || !back.has(one));
    this.#states = new Map(kept);
    this.#tell();
    return held.filter((one) => back.has(one));
  }

  /** Those that can still be taken back. */
  held(): string[] {
    return [...this.#states].filter(([, { kind }]) => kind === "Held").map(([id]) => id);
  }

  /** Sends what is held, now; it is done when everything that is on its way has its answer. */
  async sendHeld(): Promise<void> {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.#sendThese(this.held());
    await Promise.all(this.#underWay);
  }

  /** Sends those of what is held which can no longer be approved: there is nothing to take back, but a reason to hear. */
  sendUnlessOpen(isOpen: (id: string) => boolean): void {
    this.#sendThese(this.held().filter((id) => !isOpen(id)));
  }

  #sendThese(ids: readonly string[]): void {
    if (ids.length === 0) return;
    const sent = this.#sendEach(ids).finally(() => this.#underWay.delete(sent));
    this.#underWay.add(sent);
  }

  async #sendEach(ids: readonly string[]): Promise<void> {
    this.#set(ids.map((id) => [id, { kind: "Sending" }]));
    const approved: string[] = [];
    const refused: { id: string; why: string }[] = [];
    const queue = ids.values();
    const work = async () => {
      for (const id of queue) {
        // oxlint-disable-next-line no-await-in-loop -- a few at once, so that a hundred do not come down on the server together
        const why = await this.#send(id);
        if (why === null) approved.push(id);
        else refused.push({ id, why });
        this.#set([[id, why === null ? { kind: "Approved" } : { kind: "Refused", why }]]);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    this.#told({ approved, refused });
  }

  #set(changes: readonly (readonly [string, Approval])[]): void {
    this.#states = new Map([...this.#states, ...changes]);
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
