import { userOf } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { inScope, permits, scopeOf } from "@/lib/core/permissions";
import { isListening, subscribe, unsubscribe, type Listener } from "@/lib/process/live-hub";
import type { ToldEvent } from "@/lib/records/outbox/schema";

/** The one event that is nobody's: whoever shows something has to ask for it anew. */
const missed = `data: ${JSON.stringify({ type: "missed" })}\n\n`;

/** One listener's line: what they hear, in the order in which it happened, as long as they may. */
export class LiveLine {
  /** What was told since the last beat: catching up may find again what the hub has told. */
  readonly #told = new Set<string>();
  /** What happened while it is being asked who the listener is now. */
  #waiting: ToldEvent[] | undefined;

  constructor(
    private ctx: Context,
    /** Writes to the listener. */
    private readonly send: (text: string) => void,
    /** The context with the listener as the database knows them now; null when their login has ended. */
    private readonly renew: (ctx: Context) => Promise<Context | null>,
    private readonly close: () => void,
  ) {}

  /** Ready once what was there before is known, and so not told. */
  open(): Promise<void> {
    this.send("retry: 2000\n\n");
    return subscribe(this.#hear);
  }

  /** Tells nothing more. */
  stop(): void {
    if (unsubscribe(this.#hear)) this.close();
  }

  /** Tells what is found of the time before; null says that there is too much to tell. */
  catchUp(events: readonly ToldEvent[] | null): void {
    if (!isListening(this.#hear)) return;
    if (events) events.forEach(this.#hear);
    else this.send(missed);
  }

  readonly #hear: Listener = (event) => {
    if (event === "end") return this.stop();
    if (event === "missed") return this.send(missed);
    if (event === "beat") {
      this.#told.clear();
      this.send(": still here\n\n");
      return void this.#check();
    }
    if (this.#waiting) this.#waiting.push(event);
    // A closed account or a changed password ends the line, as it ends every token; a new reach holds at once.
    else if (isOf(this.ctx, event)) void this.#check(event);
    else this.#tell(event);
  };

  /** Asks who the listener is now, and tells nothing before that is known. */
  async #check(because?: ToldEvent): Promise<void> {
    if (this.#waiting) return;
    this.#waiting = [];
    const renewed = await this.renew(this.ctx);
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (!renewed) return this.stop();
    this.ctx = renewed;
    if (!isListening(this.#hear)) return;
    if (because) this.#tell(because);
    waiting.forEach(this.#hear);
  }

  #tell(event: ToldEvent): void {
    if (this.#told.has(event.id) || !concerns(this.ctx, event)) return;
    this.#told.add(event.id);
    const { bookingId, sessionId } = event.payload;
    const { type, stationId } = event;
    this.send(
      `id: ${event.id}\ndata: ${JSON.stringify({ type, stationId, bookingId, sessionId })}\n\n`,
    );
  }
}

/** Whether the event is of the listener's own account. */
function isOf(ctx: Context, { type, payload }: ToldEvent): boolean {
  return type.startsWith("user.") && payload.userId === userOf(ctx)?.userId;
}

/** Whether the event is theirs to hear: of their reach, or of an owner where they look after owners. */
function concerns(ctx: Context, { type, businessId, stationId, payload }: ToldEvent): boolean {
  // An inbox is its person's alone, whatever an administrator may see; what everybody was told is everybody's.
  if (type === "inbox.changed") return payload.userId === userOf(ctx)?.userId;
  if (type === "alert.sent") return true;
  const userId = typeof payload.ownerId === "string" ? payload.ownerId : undefined;
  const thing = { businessId, stationId, userId };
  if (inScope(scopeOf(ctx, "event.read"), thing)) return true;
  const ofOwner = businessId == null && stationId == null && userId !== undefined;
  return ofOwner && permits(ctx, "owner.read") && inScope(scopeOf(ctx, "owner.read"), thing);
}
