import { setTimeout as sleep } from "node:timers/promises";

import { createDatabase } from "@/db/client";
import type { UserActor } from "@/lib/core/actor";
import { makeContext } from "@/lib/process/wiring";
import { sendAlert } from "@/lib/insight/inbox";

import { createTestDatabase, dropTestDatabase } from "../support/cluster";
import { type App, connectApp, startGateway, type TestGateway } from "../support/gateway";
import { bearerOn } from "../support/sign-in";
import { makeUser, testConfig } from "../support/world";
import type { Figure } from "./figures";

const sockets = 5_000;
const socketsOfUser = 20;
const idleSeconds = 45;
const bench = "the live channel, one process";

/** What 5,000 apps that are connected and silent cost one gateway, and how soon all of them hear one event. */
export async function gateway(): Promise<Figure[]> {
  const url = await createTestDatabase();
  const { db, close } = createDatabase(url);
  const server = await startGateway(url, { TEST_CLOCK: "0" });
  const apps: App[] = [];
  try {
    const empty = await readUse(server);
    const owners: UserActor[] = [];
    while (owners.length < sockets / socketsOfUser) owners.push(await makeUser(db, "EvOwner"));
    const began = performance.now();
    for (const owner of owners) apps.push(...(await connectAll(server, db, owner)));
    const connected = (performance.now() - began) / 1_000;
    // What connecting cost is not what idling costs.
    await sleep(5_000);
    const before = await readUse(server);
    await sleep(idleSeconds * 1_000);
    const after = await readUse(server);
    const cpu = ((after.cpuSeconds - before.cpuSeconds) / idleSeconds) * 100;
    const megabytes = after.residentBytes / 2 ** 20;
    const each = (after.residentBytes - empty.residentBytes) / 1024 / sockets;
    const admin = await makeUser(db, "SystemAdmin");
    const all = await timeToAll(apps, async () => {
      const ctx = makeContext({ db, actor: admin, config: testConfig });
      await sendAlert(ctx, { title: "Works", message: "Tonight", type: "system" });
    });
    const one = await timeToAll(apps.slice(0, socketsOfUser), async () => {
      const ctx = makeContext({ db, actor: admin, config: testConfig });
      const targetUsers = [owners[0]?.userId ?? ""];
      await sendAlert(ctx, { title: "Yours", message: "Alone", type: "system", targetUsers });
    });
    const alive = apps.filter(({ socket }) => socket.connected).length;
    const row = (what: string, figure: string, reach: string, reached: boolean) => ({
      bench,
      what,
      figure,
      reach,
      reached,
    });
    return [
      row(`${sockets} apps connect and say who they are`, `${connected.toFixed(1)} s`, "–", true),
      row(
        `${sockets} apps idle for ${idleSeconds} s`,
        `${megabytes.toFixed(0)} MB, ${each.toFixed(0)} KiB each, ${cpu.toFixed(1)} % of a core`,
        "≤ 400 MB, ≤ 25 %, none lost",
        megabytes <= 400 && cpu <= 25 && alive === sockets,
      ),
      row(
        `an alert to all ${sockets}, each reading its own`,
        `the first after ${all.first} ms, the last after ${all.last} ms, ${all.heard} heard`,
        "all, ≤ 30 s",
        all.heard === sockets && all.last <= 30_000,
      ),
      row(
        `a notification of one person beside them`,
        `the last of ${socketsOfUser} after ${one.last} ms`,
        "≤ 1500 ms",
        one.heard === socketsOfUser && one.last <= 1_500,
      ),
    ];
  } finally {
    apps.forEach(({ socket }) => socket.disconnect());
    await server.stop();
    await close();
    await dropTestDatabase(url);
  }
}

async function connectAll(
  server: TestGateway,
  db: ReturnType<typeof createDatabase>["db"],
  owner: UserActor,
): Promise<App[]> {
  const { authorization } = await bearerOn(db, owner);
  const token = authorization.replace("Bearer ", "");
  return Promise.all(
    Array.from({ length: socketsOfUser }, async () => {
      const app = await connectApp(server.url);
      await app.ask("authenticate", { token });
      return app;
    }),
  );
}

/** After how many milliseconds the first and the last of them hear a notification of this act. */
async function timeToAll(apps: readonly App[], act: () => Promise<void>) {
  const times: number[] = [];
  const note = () => times.push(Math.round(performance.now() - began));
  for (const { socket } of apps) socket.once("notification", note);
  let began = performance.now();
  await act();
  began = performance.now();
  while (times.length < apps.length && performance.now() - began < 60_000) await sleep(20);
  for (const { socket } of apps) socket.off("notification", note);
  return { heard: times.length, first: times[0] ?? 0, last: times.at(-1) ?? 0 };
}

/** What the process has used, by its own figures. */
async function readUse({ url }: TestGateway) {
  const headers = { authorization: "Bearer test-metrics-token-0123456789abcdef" };
  const text = await (await fetch(`${url}/api/metrics`, { headers })).text();
  const figure = (name: string) =>
    Number(new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1] ?? Number.NaN);
  return {
    cpuSeconds: figure("process_cpu_seconds_total"),
    residentBytes: figure("process_resident_memory_bytes"),
  };
}
