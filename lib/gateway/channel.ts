import { anonymous } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { fail, isAppError } from "@/lib/core/errors";
import { tooMany } from "@/lib/core/too-many";
import { assertWithinLimit, countHit } from "@/lib/http/rate-limits";
import { parseInput } from "@/lib/http/validation";
import { loadActor, loadActors, verifyAccessToken } from "@/lib/people/accounts";
import { requestContext } from "@/lib/process/context";
import { subscribe, unsubscribe, type Listener } from "@/lib/process/live-hub";
import { logger } from "@/lib/process/log";
import type { ToldEvent } from "@/lib/records/outbox/schema";

import { AppSocket, type Identity, type Wire } from "./app-socket";
import { Directory } from "./directory";
import { limits } from "./limits";
import { asked, type Asked } from "./schema";
import { booking, figures, roomOfBooking, roomOfSession, tellingsOf } from "./tellings";

/** People whose standing is asked in one query. */
const mostTogether = 500;

/** The live channel of one process: whoever is connected here, told from the outbox what concerns them. */
export class Channel {
  readonly #directory = new Directory();
  readonly #renewals: NodeJS.Timeout;

  private constructor() {
    this.#renewals = setInterval(() => void this.#renewAll(), limits.renewMs);
  }

  /** Listens, once the outbox can be asked where it ends. */
  static async open(): Promise<Channel> {
    const channel = new Channel();
    await subscribe(channel.#hear);
    return channel;
  }

  /** Whether one more may come from the address who has not said who they are. */
  hasRoom(address: string): boolean {
    const { strangers } = this.#directory;
    if (strangers.size >= limits.strangers) return false;
    const alike = [...strangers].filter(({ wire }) => wire.address === address);
    return alike.length < limits.strangersOfAddress;
  }

  /** How many are connected here, and how many of them have said who they are. */
  count = () => {
    const known = this.#directory.known().length;
    return { known, strangers: this.#directory.strangers.size };
  };

  /** Takes an app in, which has ten seconds to say whom it speaks for. */
  admit(wire: Wire): AppSocket {
    const socket = new AppSocket(wire);
    this.#directory.strangers.add(socket);
    setTimeout(() => {
      if (!socket.identity) this.#expel(socket, fail("auth.required"));
    }, limits.authenticateMs).unref();
    return socket;
  }

  /** The app is gone. */
  leave(socket: AppSocket): void {
    socket.isClosed = true;
    this.#directory.forget(socket);
  }

  /**
   * Does what an app asks. It is refused by `error`, or by `unauthorized` and the end where it does not say who it is;
   * one that asks without end is ended. Answers the refusal, if any, for an app that waits for it.
   */
  async ask(socket: AppSocket, name: string, input: unknown): Promise<void> {
    if (!socket.mayAsk()) return this.#expel(socket, tooMany(1));
    await socket.next(async () => {
      try {
        await this.#do(socket, name, input);
      } catch (error) {
        // Where the database is away, nobody has said who they are, and may say so again.
        if (name === "authenticate" && isAppError(error)) this.#expel(socket, error, name);
        else socket.refuse("error", error, name);
      }
    });
  }

  async #do(socket: AppSocket, name: string, input: unknown): Promise<void> {
    if (!isAsked(name)) throw fail("request.not_found");
    if (name === "authenticate") return this.#authenticate(socket, input);
    if (!socket.identity) throw fail("auth.required");
    const wanted: { sessionId?: string; bookingId?: string } = parseInput(asked[name], input);
    const { sessionId = "", bookingId = "" } = wanted;
    if (name === "leave-session") {
      return this.#directory.leave(socket, roomOfSession(sessionId));
    }
    if (name === "leave-booking") {
      return this.#directory.leave(socket, roomOfBooking(bookingId));
    }
    if (socket.rooms.size >= limits.joins) throw tooMany(1);
    const ctx = await socket.context();
    await assertWithinLimit(ctx, "default", socket.wire);
    if (name === "join-booking") {
      const now = await booking(bookingId)(ctx);
      if (this.#join(socket, roomOfBooking(bookingId))) socket.wire.send("booking-update", now);
      return;
    }
    const now = await figures(sessionId)(ctx);
    if (now.status !== "Active") throw fail("session.ended");
    if (this.#join(socket, roomOfSession(sessionId))) socket.wire.send("session-update", now);
  }

  /** Lets it hear what happens there; false for an app that has gone while the database was asked. */
  #join(socket: AppSocket, room: string): boolean {
    if (socket.isClosed) return false;
    this.#directory.join(socket, room);
    return true;
  }

  /** By the person's token; again with a fresh one of the same person before it ends. */
  async #authenticate(socket: AppSocket, input: unknown): Promise<void> {
    const identity = await identify(await requestContext(anonymous), socket, input);
    const { userId } = identity.actor;
    const before = socket.identity;
    if (before && before.actor.userId !== userId) throw fail("auth.token_invalid");
    if (!before && this.#directory.ofUser(userId).size >= limits.socketsOfUser) {
      throw tooMany(30);
    }
    if (socket.isClosed) return;
    socket.identity = identity;
    this.#directory.enter(socket);
    socket.wire.send("authenticated", { userId });
  }

  readonly #hear: Listener = (event) => {
    if (event === "beat" || event === "end") return;
    if (event === "missed") return this.#directory.known().forEach((socket) => socket.miss());
    // Before anything else is told: a closed account or a changed password ends its sockets.
    if (event.type.startsWith("user.")) return this.#heed(event);
    for (const telling of tellingsOf(event)) {
      for (const socket of this.#directory.hearersOf(telling)) socket.tell(telling);
      if (telling.isLast && telling.to.room !== undefined) this.#directory.close(telling.to.room);
    }
  };

  #heed({ payload }: ToldEvent): void {
    for (const socket of this.#directory.ofUser(String(payload.userId))) {
      void socket.next(() => this.#renew([socket]));
    }
  }

  async #renewAll(): Promise<void> {
    const sockets = this.#directory.known();
    for (let at = 0; at < sockets.length; at += mostTogether) {
      await this.#renew(sockets.slice(at, at + mostTogether));
    }
  }

  /** Asks who they are now: whoever's login, account or token has ended hears nothing more. */
  async #renew(sockets: readonly AppSocket[]): Promise<void> {
    const askedAt = performance.now();
    const asking = sockets.flatMap((socket) =>
      socket.identity && !socket.isClosed ? [{ socket, proof: socket.identity.proof }] : [],
    );
    try {
      const ctx = await requestContext(anonymous);
      const proofs = asking.map(({ proof }) => proof);
      const actors = await loadActors(ctx, proofs);
      asking.forEach(({ socket, proof }, at) => {
        const { identity } = socket;
        // It has another token meanwhile, or was asked later already.
        if (identity?.proof !== proof || identity.askedAt > askedAt) return;
        const actor = actors[at];
        if (!actor) this.#expel(socket, fail("auth.token_revoked"));
        else if (proof.expiresAt <= ctx.clock.real()) {
          this.#expel(socket, fail("auth.token_invalid"));
        } else socket.identity = { ...identity, actor, askedAt };
      });
    } catch (error) {
      // Nobody can say who they are: what they are told is read as whom they were, by a database that is away, too.
      logger.warn({ err: error }, "the live channel waits for the database");
    }
  }

  #expel(socket: AppSocket, error: unknown, event: string | null = null): void {
    this.#directory.forget(socket);
    socket.expel(error, event);
  }

  /** Tells nothing more; everybody connected here, to be ended. */
  close(): AppSocket[] {
    clearInterval(this.#renewals);
    unsubscribe(this.#hear);
    return [...this.#directory.strangers, ...this.#directory.known()];
  }
}

const isAsked = (name: string): name is Asked => Object.hasOwn(asked, name);

/** Whom the token speaks for; whoever cannot prove it is counted by their address, as at the API. */
async function identify(ctx: Context, { wire }: AppSocket, input: unknown): Promise<Identity> {
  const askedAt = performance.now();
  try {
    const { token } = parseInput(asked.authenticate, input);
    const proof = await verifyAccessToken(ctx, token);
    const actor = await loadActor(ctx, proof);
    await assertWithinLimit({ ...ctx, actor }, "default", wire);
    return { actor, proof, askedAt };
  } catch (error) {
    const state = isAppError(error) ? await countHit(ctx, "default", wire) : null;
    if (state?.exceeded) throw tooMany(60);
    throw error;
  }
}
