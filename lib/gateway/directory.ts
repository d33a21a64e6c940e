import { findScope, inScope } from "@/lib/core/permissions";

import type { AppSocket } from "./app-socket";
import type { Telling } from "./tellings";

/** Who is connected here, found by what they hear, so that an event asks nobody whom it does not concern. */
export class Directory {
  /** Those who have not said who they are. */
  readonly strangers = new Set<AppSocket>();
  readonly #byUser = new Map<string, Set<AppSocket>>();
  readonly #staff = new Set<AppSocket>();
  readonly #rooms = new Map<string, Set<AppSocket>>();

  ofUser = (userId: string): ReadonlySet<AppSocket> => this.#byUser.get(userId) ?? none;

  known = (): AppSocket[] => [...this.#byUser.values()].flatMap((sockets) => [...sockets]);

  /** From now on it is found by its person. */
  enter(socket: AppSocket): void {
    const { actor } = socket.identity ?? {};
    if (!actor) return;
    this.strangers.delete(socket);
    add(this.#byUser, actor.userId, socket);
    if (actor.role !== "EvOwner") this.#staff.add(socket);
  }

  join(socket: AppSocket, room: string): void {
    socket.rooms.add(room);
    add(this.#rooms, room, socket);
  }

  leave(socket: AppSocket, room: string): void {
    socket.rooms.delete(room);
    remove(this.#rooms, room, socket);
  }

  /** Everybody leaves it. */
  close(room: string): void {
    for (const socket of this.#rooms.get(room) ?? []) this.leave(socket, room);
  }

  forget(socket: AppSocket): void {
    this.strangers.delete(socket);
    this.#staff.delete(socket);
    for (const room of socket.rooms) this.leave(socket, room);
    if (socket.identity) remove(this.#byUser, socket.identity.actor.userId, socket);
  }

  /** Those who are to hear it, each once. */
  hearersOf({ to }: Telling): ReadonlySet<AppSocket> {
    if (to.everybody) return new Set(this.known());
    const found = new Set(to.room === undefined ? none : this.#rooms.get(to.room));
    if (typeof to.userId === "string") {
      for (const socket of this.ofUser(to.userId)) found.add(socket);
    }
    for (const socket of to.staffOf ? this.#staff : none) {
      const { actor } = socket.identity ?? {};
      const scope = actor && findScope({ actor }, "session.read");
      if (scope && to.staffOf && inScope(scope, to.staffOf)) found.add(socket);
    }
    return found;
  }
}

const none: ReadonlySet<AppSocket> = new Set();

function add(map: Map<string, Set<AppSocket>>, key: string, socket: AppSocket): void {
  const sockets = map.get(key) ?? new Set();
  map.set(key, sockets.add(socket));
}

function remove(map: Map<string, Set<AppSocket>>, key: string, socket: AppSocket): void {
  const sockets = map.get(key);
  sockets?.delete(socket);
  if (sockets?.size === 0) map.delete(key);
}
