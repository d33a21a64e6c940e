import { anonymous, type UserActor } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { fail, isAppError } from "@/lib/core/errors";
import type { TokenProof } from "@/lib/core/jwt";
import { describeRefusal } from "@/lib/http/refusal";
import { readerOf } from "@/lib/http/reader-locale";
import { wordRefusal } from "@/lib/http/word-refusal";
import { processLocales, requestContext } from "@/lib/process/context";
import { logger } from "@/lib/process/log";
import { rulesIn } from "@/lib/words/rule-words";

import { Bucket, limits } from "./limits";
import type { Told } from "./schema";
import type { Telling } from "./tellings";

/** What carries what is said to one app, and ends it; `socket-server.ts` makes it. */
export interface Wire {
  /** What the app's first request said, such as its languages. */
  readonly headers: Headers;
  /** Where it came from, for limits. */
  readonly address: string;
  send<K extends keyof Told>(name: K, payload: Told[K]): void;
  /** How much waits for an app that reads slower than it is told. */
  behind(): number;
  /** `hard`: the app is not to come back by itself. */
  end(how: "hard" | "soft"): void;
}

/** Who an app speaks for, and by which token. */
export interface Identity {
  readonly actor: UserActor;
  readonly proof: TokenProof;
  /** When the database was asked who that is, so that an older answer replaces no newer one. */
  readonly askedAt: number;
}

/** One app's connection: who it is, what it joined, and what it is told, one after the other. */
export class AppSocket {
  identity: Identity | null = null;
  /** `session/…` and `booking/…`. */
  readonly rooms = new Set<string>();
  isClosed = false;
  readonly #asks = new Bucket(limits.asks);
  readonly #tellings = new Bucket(limits.tellings);
  #work: Promise<void> = Promise.resolve();
  #waiting = 0;
  #missed = false;

  constructor(readonly wire: Wire) {}

  /** Whether it may ask once more now. */
  mayAsk = (): boolean => this.#asks.take();

  /** The context in which its person asks, in their language. */
  async context(): Promise<Context> {
    const actor = this.identity?.actor ?? anonymous;
    const ctx = await requestContext(actor);
    return { ...ctx, ...readerOf(ctx, this.wire.headers) };
  }

  /** Does the work when what was begun before is done. */
  next(work: () => Promise<void>): Promise<void> {
    this.#work = this.#after(this.#work, work);
    return this.#work;
  }

  async #after(before: Promise<void>, work: () => Promise<void>): Promise<void> {
    await before;
    if (this.isClosed) return;
    try {
      await work();
    } catch (error) {
      // What comes next is still done.
      logger.error({ err: error }, "an app could not be told");
    }
  }

  /** Tells it what it may read of this; nothing where that is nothing, and `missed` where it is too much. */
  tell({ name, read }: Pick<Telling, "name" | "read">): void {
    if (this.#waiting >= limits.waiting || this.wire.behind() >= limits.waiting) {
      return this.miss();
    }
    if (!this.#tellings.take()) return this.miss();
    this.#waiting += 1;
    void this.next(async () => {
      try {
        this.wire.send(name, await read(await this.context()));
      } catch (error) {
        // What they may not read, or what is gone meanwhile, they do not hear of.
        if (!isAppError(error)) {
          describeRefusal(error);
          this.miss();
        }
      } finally {
        this.#waiting -= 1;
      }
    });
  }

  /** Says once that more happened than was told, when there is room to say it. */
  miss(): void {
    if (this.#missed) return;
    this.#missed = true;
    setTimeout(() => {
      this.#missed = false;
      if (!this.isClosed) this.wire.send("missed", {});
    }, 1_000).unref();
  }

  /** A refusal in the API's code and the reader's words. */
  refuse(name: "error" | "unauthorized", error: unknown, event: string | null): void {
    const reading = {
      actor: this.identity?.actor ?? anonymous,
      config: { locales: processLocales() },
    };
    const { locale, units } = readerOf(reading, this.wire.headers);
    const words = rulesIn(locale, units);
    const { code, message, errors, details } = wordRefusal(describeRefusal(error), words);
    this.wire.send(name, {
      code,
      message,
      event,
      errors: [...errors],
      ...(details && { details }),
    });
  }

  /** Ends it for good, for a reason that is told. */
  expel(error: unknown = fail("auth.token_revoked"), event: string | null = null): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.refuse("unauthorized", error, event);
    this.wire.end("hard");
  }
}
