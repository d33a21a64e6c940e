import { minuteMs } from "@/lib/core/durations";
import type { MeView } from "@/lib/people/accounts/schema";

import type { Act, KeptAct, NewAct } from "./act";
import { askServer, type Asked } from "./ask-server";
import { betterClock, type ClockReading, serverTimeAt } from "./clock";
import { changeActs, keepThing, readActs, readThing } from "./database";
import { channelName, isErasedHere, type Told } from "./erase-kept";
import { emptyGround, type GroundState } from "./ground-state";
import { keepFor, keepStations, seal } from "./keeper";
import { readAnswer } from "./read-answer";
import { dismiss, isElsewhere, undo } from "./put-away";
import { addAct, nextDueAt, wake } from "./replay";
import { sendActs, whileNothingIsSent } from "./send-acts";
import { untilEnded } from "./until-ended";

/** Waits between two tries to reach the server, in milliseconds: doubling, up to the longest. */
const shortestWait = 2_000;
const longestWait = minuteMs;
/** How old the last answer may be before the server is asked how this person stands. */
const contactForMs = 5 * minuteMs;

/**
 * What a page of a signed-in person stands on where the network comes and goes: it keeps what they do and what they
 * looked at, sends what waits, and gives all of it up when it is no longer theirs. One a page; those of a browser's
 * tabs share one database and tell one another.
 */
export class Ground {
  #state = emptyGround;
  readonly #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wait = shortestWait;
  #heardAt = 0;
  #channel: BroadcastChannel | undefined;
  /** The person's stations, as the server said last. */
  #stations: readonly string[] | undefined;

  constructor(
    readonly viewer: string,
    /** What follows when everything kept was erased for its age. */
    private readonly onAged: () => void = () => undefined,
    /** What follows when another tab erased everything, as at its sign-out, and the server knows of it. */
    private readonly onGone: () => void = () => undefined,
  ) {}

  readonly state = () => this.#state;

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #set(change: Partial<GroundState>) {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  /** Begins; answers how to stop. */
  start(): () => void {
    this.#channel = new BroadcastChannel(channelName);
    this.#channel.addEventListener("message", ({ data }: MessageEvent<Told>) => {
      if (data === "changed") void this.#read();
      else void this.#go(data);
    });
    const back = () => void this.#comeBack({ atOnce: true });
    const look = () => document.visibilityState === "visible" && void this.#comeBack();
    window.addEventListener("online", back);
    document.addEventListener("visibilitychange", look);
    void this.#begin();
    return () => {
      clearTimeout(this.#timer);
      this.#channel?.close();
      this.#channel = undefined;
      window.removeEventListener("online", back);
      document.removeEventListener("visibilitychange", look);
    };
  }

  /** Everything was erased; where another tab did so, this page leaves. */
  async #go(told: Told) {
    clearTimeout(this.#timer);
    this.#set({ ...emptyGround, isRead: true, standing: "SignedOut" });
    if (!isErasedHere(told)) await untilEnded(this.viewer).then(this.onGone);
  }

  async #begin() {
    const { aged } = await keepFor(this.viewer, Date.now(), this.#tell);
    await this.#read();
    if (aged) this.onAged();
    await this.#comeBack();
  }

  async #read() {
    const [acts, queue, clock] = await Promise.all([
      readActs(),
      readThing("queue"),
      readThing("clock"),
    ]);
    this.#set({ isRead: true, acts, queue: queue ?? null, clock: clock ?? null });
  }

  /** Keeps an act and sends it as soon as may be; answers its key. Its picture goes with a `Photo`. */
  async add(draft: NewAct, picture?: Blob): Promise<string> {
    const key = crypto.randomUUID();
    const now = Date.now();
    const at = new Date(serverTimeAt(this.#state.clock, now)).toISOString();
    const act = { ...draft, key, at } as Act;
    const acts = await changeActs(
      (before) => addAct(before, act, now),
      picture && { key, blob: picture },
    );
    this.#changed(acts);
    void this.#send();
    return key;
  }

  /** Puts a refusal away that was read. */
  async dismiss(key: string) {
    this.#changed(await changeActs((acts) => dismiss(acts, key)));
  }

  /** Takes a cancellation back that waits; false where it was sent meanwhile, which is waited for. */
  async undo(key: string): Promise<boolean> {
    return whileNothingIsSent(async () => {
      let isUndone = false;
      this.#changed(
        await changeActs((acts) => {
          const left = undo(acts, key);
          isUndone = left.length < acts.length;
          return left;
        }),
      );
      return isUndone;
    });
  }

  /** Tries at once, as when somebody asks for it. */
  readonly sendNow = () => this.#comeBack({ atOnce: true });

  /** Asks for the queue and keeps it; `path` is the API's. */
  async refreshQueue(path: string) {
    const { data, clock } = await this.#ask(path);
    if (data && clock) await this.keepQueue(data, serverTimeAt(clock, Date.now()));
  }

  /** Keeps a queue that came some other way; an older one than that which is kept changes nothing. */
  async keepQueue(view: unknown, at: number) {
    if (at <= (this.#state.queue?.at ?? 0) || this.#state.standing !== "SignedIn") return;
    const queue = { view, at };
    this.#set({ queue });
    await keepThing("queue", queue);
  }

  readonly #tell = (told: Told) => this.#channel?.postMessage(told);

  #changed(acts: readonly KeptAct[]) {
    if (this.#state.standing !== "SignedIn") return;
    this.#set({ acts });
    this.#tell("changed");
  }

  /** What the API answers; no data where it refuses, or nothing gets through. */
  async #ask(
    path: string,
  ): Promise<{ readonly data?: unknown; readonly clock: ClockReading | null }> {
    const asked = await askServer(this.viewer, path);
    this.#hear(asked);
    const { heard, clock } = asked;
    const { kind } = readAnswer(heard, "");
    if (kind === "SignedOut" || kind === "OtherAccount") await this.#leave(kind);
    if (kind !== "Done" || heard === "nothing") return { clock };
    return { data: (heard.body as { readonly data?: unknown }).data, clock };
  }

  #hear({ heard, clock: read }: Asked) {
    // Where all was erased meanwhile, nothing of a late answer is kept.
    if (this.#state.standing !== "SignedIn") return;
    const isOurs = readAnswer(heard, "").kind !== "Unreachable";
    if (this.#state.isReached !== isOurs) this.#set({ isReached: isOurs });
    if (!isOurs) return;
    this.#heardAt = Date.now();
    this.#wait = shortestWait;
    void keepThing("contactAt", this.#heardAt);
    const clock = read ? betterClock(this.#state.clock, read) : this.#state.clock;
    if (clock === this.#state.clock || !clock) return;
    this.#set({ clock });
    void keepThing("clock", clock);
  }

  /** The network is back, or somebody looks again: who am I still, and what waits? */
  async #comeBack({ atOnce = false } = {}) {
    if (this.#state.standing !== "SignedIn") return;
    if (Date.now() - this.#heardAt > contactForMs || this.#state.isReached === false) {
      await this.#readStations();
    }
    if (atOnce) this.#changed(await changeActs((acts) => wake(acts, Date.now())));
    await this.#send();
  }

  async #readStations() {
    const me = (await this.#ask("/api/v1/auth/me")).data as Partial<MeView> | undefined;
    if (me?.role !== "Operator" || !me.operatorStationIds) return;
    this.#stations = me.operatorStationIds;
    await this.#dropLost(this.#stations);
  }

  async #dropLost(stations: readonly string[]) {
    const lost = await keepStations(stations);
    if (lost.length > 0) this.#set({ lost: this.#state.lost + lost.length });
    await this.#read();
  }

  async #send() {
    clearTimeout(this.#timer);
    if (this.#state.standing !== "SignedIn") return;
    const end = await sendActs({
      viewer: this.viewer,
      hear: (asked) => this.#hear(asked),
      changed: (acts) => this.#changed(acts),
    });
    if (end === "SignedOut" || end === "OtherAccount") return this.#leave(end);
    // What was done at a station that is the person's no longer goes once it is told.
    const stations = this.#stations;
    if (stations && this.#state.acts.some(isElsewhere(stations))) await this.#dropLost(stations);
    this.#sendAgainIn(end === "Idle" ? null : this.#nextWait());
  }

  #sendAgainIn(wait: number | null) {
    const due = nextDueAt(this.#state.acts);
    // Without a channel it has ended.
    if (due === null || !this.#channel) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#send(), Math.max(wait ?? 0, due - Date.now(), 100));
  }

  #nextWait() {
    const wait = this.#wait;
    this.#wait = Math.min(wait * 2, longestWait);
    return wait;
  }

  async #leave(standing: "SignedOut" | "OtherAccount") {
    clearTimeout(this.#timer);
    // What somebody else keeps here by now is not this page's to touch.
    if (standing === "SignedOut" && (await readThing("owner")) === this.viewer) {
      await seal(Date.now());
    }
    this.#set({ ...emptyGround, isRead: true, standing });
  }
}
