import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";

import { jetstreamManager } from "@nats-io/jetstream";
import { connect as connectNats } from "@nats-io/transport-node";

import { freePort } from "@/db/embedded/server";

/** A broker that can go away and come back with what it had, and be asked what it has. */
export interface TestBroker {
  readonly url: string;
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
  /** Everything that it has, in its order. */
  readonly read: () => Promise<Kept[]>;
}

export interface Kept {
  readonly id: string;
  readonly subject: string;
  readonly headers: Readonly<Record<string, string>>;
}

const running = new Set<ChildProcess>();
/** Ends every server and worker of the tests. */
export const endAll = () => running.forEach((child) => child.kill("SIGKILL"));

/** A child process that ends with the tests. */
export function begin(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
) {
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  child.once("exit", () => running.delete(child));
  return child;
}

async function end(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  await gone;
}

async function untilOpen(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, "127.0.0.1", () => resolve(true)).on("error", () =>
        resolve(false),
      );
      socket.once("connect", () => socket.destroy());
    });
    if (isOpen) return;
    await sleep(100);
  }
  throw new Error(`Nobody listens at ${port}.`);
}

/** Debian's nats-server with JetStream in a folder of its own. */
export async function natsServer(): Promise<TestBroker> {
  const [port, folder] = [await freePort(), await mkdtemp(join(tmpdir(), "baybook-nats-"))];
  let child: ChildProcess | undefined;
  const start = async () => {
    child = begin("nats-server", ["-js", "-sd", folder, "-a", "127.0.0.1", "-p", String(port)]);
    child.stderr?.resume();
    child.stdout?.resume();
    await untilOpen(port);
  };
  await start();
  return {
    url: `nats://127.0.0.1:${port}`,
    start,
    stop: () => end(child),
    read: async () => {
      const connection = await connectNats({ servers: `127.0.0.1:${port}` });
      const { streams } = await jetstreamManager(connection);
      const { state } = await streams.info("baybook");
      const kept: Kept[] = [];
      for (let seq = state.first_seq; seq <= state.last_seq; seq += 1) {
        const message = await streams.getMessage("baybook", { seq });
        if (!message) continue;
        const { id, subject } = message.json<{ id: string; subject: string }>();
        const headers = Object.fromEntries(
          [...(message.header ?? [])].map(([name, [value = ""]]) => [name, value]),
        );
        kept.push({ id, subject, headers });
      }
      await connection.close();
      return kept;
    },
  };
}

/** The broker that librdkafka brings for tests, as kcat starts it: it can be stopped for a while, not restarted. */
export async function kafkaServer(): Promise<TestBroker> {
  const child = begin("kcat", ["-b", "x", "-X", "test.mock.num.brokers=1", "-C", "-t", "unused"]);
  let address = "";
  for await (const line of createInterface({ input: child.stderr })) {
    address = /replaced with (\S+)/.exec(line)?.[1] ?? "";
    if (address) break;
  }
  child.stderr.resume();
  return {
    url: `kafka://${address}`,
    stop: async () => void child.kill("SIGSTOP"),
    start: async () => void child.kill("SIGCONT"),
    read: () => consume(address),
  };
}

/** By a kcat of its own, which ends where the topic does: keys, headers and values, in the order of each partition. */
async function consume(address: string): Promise<Kept[]> {
  const format = ["-f", "%k\t%h\t%s\n"];
  const kcat = begin("kcat", ["-b", address, "-C", "-t", "baybook.events", "-e", "-q", ...format]);
  kcat.stderr.resume();
  const kept: Kept[] = [];
  for await (const line of createInterface({ input: kcat.stdout })) {
    const [subject = "", said = "", body = "{}"] = line.split("\t");
    const headers = Object.fromEntries(
      said.split(",").map((pair) => pair.split("=", 2) as [string, string]),
    );
    kept.push({ id: (JSON.parse(body) as { id: string }).id, subject, headers });
  }
  return kept;
}
