import { afterAll, beforeAll, expect, it } from "vitest";

import { sendAlert } from "@/lib/insight/inbox";

import { settingOf, type Setting } from "../rooms/charging/bookings/setting";
import { type App, connectApp, startGateway, type TestGateway } from "../support/gateway";
import { startServer, type TestServer } from "../support/server";
import { freePort } from "@/db/embedded/server";
import { bearerOn } from "../support/sign-in";

let server: TestServer;
let gateway: TestGateway;
let s: Setting;
const apps: App[] = [];

beforeAll(async () => {
  const port = String(await freePort());
  server = await startServer({ worker: false, env: { GATEWAY_URL: `http://127.0.0.1:${port}` } });
  gateway = await startGateway(server.databaseUrl, {
    GATEWAY_PORT: port,
    BASE_URL: server.url,
    TRUSTED_PROXIES: "1",
  });
  s = await settingOf(server.db);
}, 180_000);
afterAll(async () => {
  apps.forEach(({ socket }) => socket.disconnect());
  await gateway?.stop();
  await server?.stop();
});

/** An app that uses the web address, as a user of it. */
async function appOf(owner: Parameters<typeof bearerOn>[1], transports: string[]) {
  const app = await connectApp(server.url, { transports });
  apps.push(app);
  const { authorization } = await bearerOn(server.db, owner);
  await app.ask("authenticate", { token: authorization.replace("Bearer ", "") });
  return app;
}

it.for([[["websocket"]], [["polling"]], [["polling", "websocket"]]])(
  "apps reach the gateway by the web address: %j",
  async ([transports = []]) => {
    const owner = await s.owner();
    const app = await appOf(owner, transports);
    expect(app.told("authenticated")).toEqual([{ userId: owner.userId }]);
    const last = transports.at(-1);
    await expect.poll(() => app.socket.io.engine.transport.name, { timeout: 5_000 }).toBe(last);
    const targetUsers = [owner.userId];
    const alert = { title: "Works", message: "Tonight", type: "system" } as const;
    await sendAlert(s.as(s.admin), { ...alert, targetUsers });
    await expect
      .poll(() => app.told("notification"), { timeout: 5_000 })
      .toMatchObject([{ notification: { title: "Works" } }]);
  },
);

it("lives longer than a request may take", { timeout: 60_000 }, async () => {
  const owner = await s.owner();
  const both = await Promise.all(["websocket", "polling"].map((one) => appOf(owner, [one])));
  // Next ends what it hands on after 30 s.
  await new Promise((done) => setTimeout(done, 35_000));
  expect(both.map(({ socket }) => socket.connected)).toEqual([true, true]);
});

it("pages of other sites do not", async () => {
  const polled = (origin: string) =>
    fetch(`${server.url}/socket.io/?EIO=4&transport=polling`, { headers: { origin } });
  expect((await polled(server.url)).status).toBe(200);
  expect((await polled("https://evil.example")).status).toBe(403);
});

it("the web server lives where the gateway does not", async () => {
  await gateway.stop();
  await expect(connectApp(server.url)).rejects.toThrow("websocket error");
  expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
});
