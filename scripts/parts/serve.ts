import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";

import { root } from "./paths";

/**
 * Longer than clients and proxies keep an idle connection, so that the server is never the one that closes it while
 * the next request is on its way (`npm start` has the same).
 */
const keepAliveMs = 75_000;

/**
 * What the collector lets the web process's old objects grow to, in MiB (`npm start` and compose.yaml have the same).
 * Without a bound it follows the machine's memory: 806 MB in all were seen where 290 were in use.
 */
const webHeapMib = 1024;

const READY_TIMEOUT_MS = 60_000;
/** The processes drain within 10 s (quality.md); two more before they are killed. */
const DRAIN_TIMEOUT_MS = 12_000;

export interface ServeOptions {
  readonly port: number;
  /** Added to this process's environment. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Also run the worker; default true. */
  readonly worker?: boolean;
  /** Also run the gateway, where `env` says (GATEWAY_PORT); default false. */
  readonly gateway?: boolean;
  /** `next dev` instead of the production build. */
  readonly development?: boolean;
  /** Gives the start up, and ends what has been started. */
  readonly signal?: AbortSignal;
  /** Every line that the processes write; default: kept for error messages only. */
  readonly onLine?: (name: string, line: string) => void;
}

export interface Served {
  readonly url: string;
  readonly processes: readonly ChildProcess[];
  /** Settles when one of the processes has ended, with a sentence that says which. */
  readonly ended: Promise<string>;
  /** The last lines that the processes wrote. */
  output(): string;
  /** Lets both drain, then ends them. */
  stop(): Promise<void>;
}

/**
 * Starts the web server (from the production build), the worker and the gateway, as an operator would.
 * Returns when the web server answers. Throws a plain Error with the last output when one of them ends first.
 */
export async function serve(options: ServeOptions): Promise<Served> {
  const { port, env, worker = true, gateway = false, development = false } = options;
  const mode = { ...env, NODE_ENV: development ? "development" : "production" };
  // This machine's own, which nobody else reaches, unless HOST says otherwise (A6).
  const host = process.env.HOST || "127.0.0.1";
  const next = root("node_modules/next/dist/bin/next");
  const running = ["start", "--keepAliveTimeout", String(keepAliveMs)];
  const bound = `--max-old-space-size=${webHeapMib}`;
  const web = development ? [next, "dev"] : [bound, next, ...running];
  const processes = [start("web", [...web, "-p", String(port), "-H", host], env)];
  if (worker) {
    processes.push(start("worker", ["--import", "tsx", root("lib/jobs/worker.ts")], mode));
  }
  if (gateway) {
    // What comes by the web server says itself where it came from.
    const env = { ...mode, GATEWAY_HOST: host, TRUSTED_PROXIES: "1" };
    processes.push(start("gateway", ["--import", "tsx", root("lib/gateway/gateway.ts")], env));
  }
  const lines: string[] = [];
  for (const { name, child } of processes) {
    readLines(child, (line) => {
      lines.push(`${name}: ${line}`);
      lines.splice(0, lines.length - 60);
      options.onLine?.(name, line);
    });
  }
  const ended = Promise.race(processes.map(({ name, child }) => endOf(name, child)));
  const served: Served = {
    url: `http://localhost:${port}`,
    processes: processes.map(({ child }) => child),
    ended,
    output: () => lines.join("\n"),
    stop: async () => {
      await Promise.all(processes.map(({ child }) => drain(child)));
    },
  };
  await untilReady(served, options.signal);
  return served;
}

function start(name: string, args: string[], env: ServeOptions["env"]) {
  const child = spawn(process.execPath, args, {
    cwd: root(),
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
    // Its own process group: Ctrl-C reaches only us, and we end the parts in their order.
    detached: true,
  });
  return { name, child };
}

function readLines(child: ChildProcess, onLine: (line: string) => void): void {
  for (const stream of [child.stdout, child.stderr]) {
    let rest = "";
    stream?.setEncoding("utf8").on("data", (chunk: string) => {
      const parts = (rest + chunk).split("\n");
      rest = parts.pop() ?? "";
      for (const line of parts) onLine(line);
    });
  }
}

function endOf(name: string, child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once("error", (error) => resolve(`The ${name} process did not start: ${error.message}`));
    child.once("exit", (code, signal) => resolve(`The ${name} process ended (${signal ?? code}).`));
  });
}

async function untilReady(served: Served, signal?: AbortSignal): Promise<void> {
  let end: string | undefined;
  void served.ended.then((sentence) => (end = sentence));
  const deadline = performance.now() + READY_TIMEOUT_MS;
  for (;;) {
    const status = await fetch(`${served.url}/api/health`).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 200 || status === 404) return;
    if (end === undefined && !signal?.aborted && performance.now() < deadline) {
      await sleep(50);
      continue;
    }
    await served.stop();
    signal?.throwIfAborted();
    throw new Error(
      `${end ?? `The web server did not get ready (its health answers ${status || "nothing"}).`}\n${served.output()}`,
    );
  }
}

async function drain(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const inTime = await Promise.race([gone.then(() => true), sleep(DRAIN_TIMEOUT_MS, false)]);
  if (!inTime) child.kill("SIGKILL");
  await gone;
}
