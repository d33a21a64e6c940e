import type { NewAct } from "./act";
import type { Ground } from "./ground";
import { emptyGround } from "./ground-state";

/** What screens ask of the ground. */
export type ScreenGround = Pick<
  Ground,
  | "viewer"
  | "state"
  | "subscribe"
  | "add"
  | "dismiss"
  | "undo"
  | "sendNow"
  | "refreshQueue"
  | "keepQueue"
>;

/** How long to wait before what could not be loaded is asked for again, in milliseconds. */
const againMs = 2_000;

/**
 * The ground as screens see it from their first paint on. The ground itself, with its database, comes when the page is
 * there: 8 kB of script that nothing of what is seen first waits for. What is asked of it before then waits for it.
 */
export class GroundDoor implements ScreenGround {
  #ground: Ground | undefined;
  #open: (ground: Ground) => void = () => undefined;
  readonly #opened = new Promise<Ground>((resolve) => (this.#open = resolve));
  readonly #listeners = new Set<() => void>();

  constructor(
    readonly viewer: string,
    private readonly onAged: () => void,
    private readonly onGone: () => void,
  ) {}

  readonly state = () => this.#ground?.state() ?? emptyGround;

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Begins; answers how to stop. `loaded` hears when its script is there. */
  start(loaded: () => void): () => void {
    const stops: (() => void)[] = [];
    let isOver = false;
    const begin = async () => {
      const { Ground } = await load();
      // Started anew after a stop, it is the same ground: what it was asked meanwhile is not asked twice.
      if (isOver) return;
      this.#ground ??= new Ground(this.viewer, this.onAged, this.onGone);
      const tell = () => this.#listeners.forEach((listener) => listener());
      stops.push(this.#ground.subscribe(tell), this.#ground.start());
      this.#open(this.#ground);
      tell();
      loaded();
    };
    void begin();
    return () => {
      isOver = true;
      for (const stop of stops) stop();
    };
  }

  add = async (draft: NewAct, picture?: Blob) => (await this.#opened).add(draft, picture);
  dismiss = async (key: string) => (await this.#opened).dismiss(key);
  undo = async (key: string) => (await this.#opened).undo(key);
  sendNow = async () => (await this.#opened).sendNow();
  refreshQueue = async (path: string) => (await this.#opened).refreshQueue(path);
  keepQueue = async (view: unknown, at: number) => (await this.#opened).keepQueue(view, at);
}

/** After the page itself, and again until it is there. */
async function load(): Promise<{ readonly Ground: typeof Ground }> {
  if (document.readyState !== "complete") {
    await new Promise((resolve) => window.addEventListener("load", resolve, { once: true }));
  }
  for (;;) {
    try {
      return await import("./ground");
    } catch {
      await new Promise((resolve) => setTimeout(resolve, againMs));
    }
  }
}
