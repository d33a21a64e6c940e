/** How long an approval can be taken back, in milliseconds (screens.md, S8). */
export const undoMs = 5_000;

/** So many are on their way at once, so that a hundred do not come down on the server together. */
const atOnce = 4;

/** How an approval stands that was given in a list. */
export type Approval =
  | { readonly kind: "Held" }
  | { readonly kind: "Sending" }
  | { readonly kind: "Approved" }
  | { readonly kind: "Refused"; readonly why: string };

export interface Refused {
  readonly id: string;
  readonly why: string;
}

/** What came of some that were sent together. */
export interface Outcome {
  readonly approved: readonly string[];
  readonly refused: readonly Refused[];
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
  readonly #underWay = new Set<Promise<Outcome>>();
  /** How many are on their way, and what lets those go that wait for their turn. */
  #going = 0;
  readonly #turns: (() => void)[] = [];
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

  /** Those that have no answer yet. */
  unanswered(): string[] {
    return [...this.#states]
      .filter(([, { kind }]) => kind === "Held" || kind === "Sending")
      .map(([id]) => id);
  }

  /**
   * Sends what is held, now and all at once: of a page that is left, nothing has its turn later. Answers what was
   * refused once everything that is on its way has its answer.
   */
  async sendHeld(): Promise<Refused[]> {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.#sendThese(this.held());
    for (const go of this.#turns.splice(0)) go();
    return (await Promise.all(this.#underWay)).flatMap(({ refused }) => refused);
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

  async #sendEach(ids: readonly string[]): Promise<Outcome> {
    this.#set(ids.map((id) => [id, { kind: "Sending" }]));
    const approved: string[] = [];
    const refused: Refused[] = [];
    const work = async (id: string) => {
      const why = await this.#inTurn(() => this.#send(id));
      if (why === null) approved.push(id);
      else refused.push({ id, why });
      this.#set([[id, why === null ? { kind: "Approved" } : { kind: "Refused", why }]]);
    };
    await Promise.all(ids.map(work));
    this.#told({ approved, refused });
    return { approved, refused };
  }

  async #inTurn<T>(run: () => Promise<T>): Promise<T> {
    if (this.#going >= atOnce) await new Promise<void>((go) => this.#turns.push(go));
    this.#going += 1;
    try {
      return await run();
    } finally {
      this.#going -= 1;
      if (this.#going < atOnce) this.#turns.shift()?.();
    }
  }

  #set(changes: readonly (readonly [string, Approval])[]): void {
    this.#states = new Map([...this.#states, ...changes]);
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
