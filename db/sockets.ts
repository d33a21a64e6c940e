import { connect, Socket } from "node:net";

/** Where the driver connects to: its own options, as far as they are read here. */
interface Place {
  readonly host: readonly string[];
  readonly port: readonly number[];
  readonly path?: string | false;
}

/** The sockets of a pool, so that they can be cut: the driver would wait on each for as long as it takes. */
export interface Sockets {
  /** For the driver's `socket`: a new one on its way to the next of the server's addresses. */
  open(place: Place): Socket;
  /** Looks which of them have been sent anything since the last look. */
  listen(now: number): void;
  /** Whether any has been sent something since then, as the looks have seen it. */
  heardSince(since: number): boolean;
  /** Cuts all, or those that have been sent nothing since then; their statements are refused, late answers unread. */
  cut(silentSince?: number): void;
}

/** `refuse` says why nothing may connect just now, if so. */
export function makeSockets(refuse: () => Error | undefined = () => undefined): Sockets {
  const heard = new Map<Socket, { bytes: number; at: number }>();
  let turn = 0;
  let lastHeard = -Infinity;
  return {
    open(place) {
      const why = refuse();
      // The driver forgets a connection for good whose socket it is not given: it gets one that ends with the reason.
      if (why) return refusedSocket(why);
      const at = turn++ % place.host.length;
      const [host, port] = [place.host[at], place.port[at] ?? 5432];
      const socket = place.path ? connect(place.path) : connect({ host, port });
      heard.set(socket, { bytes: 0, at: performance.now() });
      socket.once("close", () => heard.delete(socket));
      // The driver reads the host's name there, for the server's certificate.
      return Object.assign(socket, { host, port });
    },
    listen(now) {
      for (const [socket, last] of heard) {
        if (socket.bytesRead === last.bytes) continue;
        heard.set(socket, { bytes: socket.bytesRead, at: now });
        lastHeard = now;
      }
    },
    heardSince: (since) => lastHeard >= since,
    cut(silentSince = Infinity) {
      for (const [socket, { at }] of heard) if (at < silentSince) socket.destroy();
    },
  };
}

function refusedSocket(why: Error): Socket {
  const socket = new Socket();
  setImmediate(() => socket.destroy(why));
  return socket;
}
