import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";

import { io, type Socket } from "socket.io-client";

import { freePort } from "@/db/embedded/server";
import type { Told } from "@/lib/gateway/schema";
import { root } from "@/scripts/parts/paths";

import { testEnvironment } from "./server";

export interface TestGateway {
  readonly url: string;
  readonly process: ChildProcess;
  /** What it wrote. */
  output(): string;
  /** Lets it drain; its exit code. */
  stop(): Promise<number | null>;
}

/** A real gateway process on the database, with the test clock. The caller stops it. */
export async function startGateway(
  databaseUrl: string,
  more: Readonly<Record<string, string>> = {},
): Promise<TestGateway> {
  const port = more.GATEWAY_PORT ?? String(await freePort());
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ["--import", "tsx", root("lib/gateway/gateway.ts")], {
    cwd: root(),
    env: {
      ...process.env,
      ...testEnvironment(databaseUrl, "http://baybook.test"),
      LOG_LEVEL: "warn",
      GATEWAY_PORT: port,
      GATEWAY_HOST: "127.0.0.1",
      ...more,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let written = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => (written += text));
  }
  const gone = new Promise<number | null>((done) => child.once("exit", done));
  const deadline = performance.now() + 100_000;
  for (;;) {
    const well = await fetch(`${url}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (well) break;
    if (child.exitCode !== null || performance.now() > deadline) {
      child.kill("SIGKILL");
      throw new Error(`The gateway does not answer.\n${written}`);
    }
    await sleep(50);
  }
  const stop = () => {
    child.kill("SIGTERM");
    return gone;
  };
  return { url, process: child, output: () => written, stop };
}

/** An app on the live channel. */
export interface App {
  readonly socket: Socket;
  /** Everything that it was told, in order. */
  readonly heard: { readonly name: string; readonly payload: unknown }[];
  /** What it was told by this name. */
  told<K extends keyof Told>(name: K): Told[K][];
  /** Asks, and waits until that was dealt with. */
  ask(name: string, payload?: unknown): Promise<void>;
}

/** Connects, without saying who it is; by WebSocket unless told otherwise. The caller ends it. */
export async function connectApp(
  url: string,
  options: Parameters<typeof io>[1] = {},
): Promise<App> {
  const socket = io(url, {
    transports: ["websocket"],
    forceNew: true,
    reconnection: false,
    ...options,
  });
  const heard: App["heard"] = [];
  socket.onAny((name: string, payload: unknown) => heard.push({ name, payload }));
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve).once("connect_error", reject);
  });
  return {
    socket,
    heard,
    told: (name) =>
      heard.flatMap((one) => (one.name === name ? [one.payload as Told[typeof name]] : [])),
    ask: (name, payload = {}) =>
      new Promise((resolve) => {
        socket.emit(name, payload, () => resolve());
        socket.once("disconnect", () => resolve());
      }),
  };
}
