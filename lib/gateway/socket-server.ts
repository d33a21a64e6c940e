import type { IncomingMessage, Server as HttpServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

import { Server, type ServerOptions, type Socket } from "socket.io";

import { isAllowedOrigin } from "@/lib/http/cors";
import { clientAddress } from "@/lib/http/edge/client-address";
import { isOwnOrigin } from "@/lib/http/own-origin";
import { baseUrlOf, trustedProxiesOf } from "@/lib/process/environment";
import { makeGatewayFigures } from "@/lib/process/metrics";

import type { Wire } from "./app-socket";
import type { Channel } from "./channel";
import { limits } from "./limits";
import { asked } from "./schema";

type Env = Readonly<Record<string, string | undefined>>;

/** Over how long apps are let go when a gateway ends, so that they do not all come back at once, in milliseconds. */
const farewellMs = 5_000;

/** Lets apps connect by Socket.IO at `/socket.io`, WebSocket or polling, and hands what they ask to the channel. */
export function serveSockets(http: HttpServer, channel: Channel, env: Env) {
  const figures = makeGatewayFigures(channel.count);
  const trustedProxies = trustedProxiesOf(env);
  const door = { isEnding: false, trustedProxies };
  const server = new Server(http, optionsOf(channel, baseUrlOf(env), door));
  server.on("connection", (socket) => {
    const app = channel.admit(wireOf(socket, { figures, trustedProxies }));
    socket.on("disconnect", () => channel.leave(app));
    socket.onAny((name: string, input: unknown, ...rest: unknown[]) => {
      figures.note("in", Object.hasOwn(asked, name) ? name : "unknown");
      // Whoever waits for an answer is told that it was dealt with: how, the events say.
      void channel.ask(app, name, input).then(() => rest.find(isFunction)?.());
    });
  });
  return {
    /** Lets no more in, and those who are here go, over five seconds. */
    async drain(): Promise<void> {
      door.isEnding = true;
      const apps = channel.close();
      const pause = farewellMs / Math.max(1, apps.length);
      const began = performance.now();
      for (const [at, { wire }] of apps.entries()) {
        const early = began + at * pause - performance.now();
        if (early > 0) await sleep(early);
        wire.end("soft");
      }
      await server.close();
    },
  };
}

const isFunction = (value: unknown): value is () => void => typeof value === "function";

/** Who may connect: whatever is no page, and pages of ours and of CORS_ORIGINS, while there is room. */
function optionsOf(
  channel: Channel,
  baseUrl: string,
  door: { readonly isEnding: boolean; readonly trustedProxies: number },
): Partial<ServerOptions> {
  const mayCall = (origin: string | undefined, host?: string) =>
    origin === undefined || isOwnOrigin(origin, host, baseUrl) || isAllowedOrigin(origin);
  const refusal = (request: IncomingMessage) => {
    const { origin, host } = request.headers;
    if (door.isEnding) return "ends";
    if (!mayCall(origin, host)) return "origin";
    return channel.hasRoom(addressOf(request, door.trustedProxies)) ? null : "full";
  };
  return {
    serveClient: false,
    maxHttpBufferSize: limits.messageBytes,
    connectTimeout: limits.authenticateMs,
    cors: { origin: (origin, answer) => answer(null, mayCall(origin)), credentials: true },
    allowRequest: (request, answer) => {
      const why = refusal(request);
      answer(why, why === null);
    },
  };
}

interface Carrying {
  readonly figures: ReturnType<typeof makeGatewayFigures>;
  readonly trustedProxies: number;
}

/** Where a request comes from; of IPv6 the network. */
const addressOf = (request: IncomingMessage, trustedProxies: number): string =>
  clientAddress({
    connection: request.socket.remoteAddress,
    forwardedFor: request.headers["x-forwarded-for"]?.toString(),
    trustedProxies,
  });

function wireOf(socket: Socket, { figures, trustedProxies }: Carrying): Wire {
  const { request } = socket;
  return {
    headers: headersOf(request),
    address: addressOf(request, trustedProxies),
    send(name, payload) {
      figures.note("out", name);
      socket.emit(name, payload);
    },
    behind: countUnsent(socket),
    end(how) {
      // An app whose connection breaks comes back by itself; one that is sent away does not.
      if (how === "hard") socket.disconnect(true);
      else socket.conn.close();
    },
  };
}

/** How many packets wait because the app has not taken those before. */
function countUnsent({ conn }: Socket): () => number {
  let unsent = 0;
  conn.on("packetCreate", () => (unsent += 1));
  conn.on("flush", (packets: readonly unknown[]) => (unsent -= packets.length));
  return () => unsent;
}

function headersOf({ headers }: IncomingMessage): Headers {
  const known = new Headers();
  for (const name of ["accept-language", "cookie"] as const) {
    const value = headers[name];
    if (value) known.set(name, value);
  }
  return known;
}
