import { createServer } from "node:http";

import { health, readiness } from "@/lib/http/health";
import { serveMetrics } from "@/lib/http/metrics";
import { refuseDemoLogins } from "@/lib/process/demo-logins";
import { logger } from "@/lib/process/log";
import { checkStart } from "@/lib/process/start-check";

import { answerPlain } from "./answer-plain";
import { Channel } from "./channel";
import { serveSockets } from "./socket-server";

/** Where it listens, unless GATEWAY_PORT and GATEWAY_HOST say otherwise (chargers.md §3). */
const usualPort = 9310;
/** Shorter than the 10 s that a process has to end (quality.md, Operability). */
const drainMs = 9_000;

/** `npm run gateway`: the live channel for apps, until SIGTERM. Several may run at once. */
async function main(): Promise<void> {
  for (const warning of checkStart(process.env, "gateway")) logger.warn(warning);
  // A connection that breaks at the wrong moment must not take the gateway with it.
  process.on("unhandledRejection", (error) => logger.error({ err: error }, "unhandled rejection"));
  await refuseDemoLogins(process.env, (words) => {
    logger.fatal(words);
    process.exit(1);
  });
  const http = createServer((request, response) =>
    answerPlain(request, response, {
      "/api/health": health,
      "/api/health/ready": readiness,
      "/api/metrics": serveMetrics,
    }),
  );
  const channel = await Channel.open();
  const sockets = serveSockets(http, channel, process.env);
  const port = Number(process.env.GATEWAY_PORT || usualPort);
  await new Promise<void>((resolve, reject) => {
    http.once("error", reject).listen(port, process.env.GATEWAY_HOST || undefined, resolve);
  });
  logger.info({ port }, "the gateway runs");
  await stopSignal();
  setTimeout(() => process.exit(0), drainMs).unref();
  await sockets.drain();
  logger.info("the gateway has stopped");
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const name of ["SIGTERM", "SIGINT"] as const) {
      process.on(name, () => {
        logger.info({ signal: name }, "the gateway stops");
        resolve();
      });
    }
  });
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    logger.fatal(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
