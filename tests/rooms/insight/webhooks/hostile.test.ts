import { createSocket } from "node:dgram";
import { getServers, setServers } from "node:dns";
import { lookup } from "node:dns/promises";
import { once } from "node:events";

import { beforeEach, describe, expect, it } from "vitest";

import { webhooks, webhookDeliveries, webhookTries } from "@/db/schema/webhooks";
import { jobActor } from "@/lib/core/job-actor";
import { isPublic } from "@/lib/core/network-addresses";
import { newId } from "@/lib/core/ids";
import { cleanWebhooks } from "@/lib/insight/webhooks/clean-webhooks";
import { eraser } from "@/lib/insight/webhooks/forget-person";
import { createWebhook, listWebhookDeliveries, updateWebhook } from "@/lib/insight/webhooks";
import { postEvent } from "@/lib/insight/webhooks/post-event";
import { mostKept, mostWebhooks } from "@/lib/insight/webhooks/rules";
import { sendWebhooks } from "@/lib/insight/webhooks/send-webhooks";
import { deliverEvents } from "@/lib/records/outbox";
import { publishEvent } from "@/lib/records/outbox/inside";
import { systemClock } from "@/lib/core/clock";

import { testDatabase } from "../../../support/database";
import { anyToldBooking } from "../../../support/told-booking";
import { testConfig } from "../../../support/world";
import { hanging, refusing, startReceiver, taking } from "../../../support/receiver";
import { makeWebhookWorld } from "./setting";

const { db } = await testDatabase();
const world = await makeWebhookWorld(db, systemClock);
const { office, tell, send } = world;
const page = { page: 1, limit: 100 };
const log = async (id: string) => (await listWebhookDeliveries(office, { id, ...page })).items;

beforeEach(() => db.delete(webhooks));

const post = (url: string, config = testConfig) =>
  postEvent(config, { url, body: "{}", signature: "t=1,v1=00" });

describe("an address", () => {
  it.each([
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "255.255.255.255",
    "198.18.0.1",
    "::1",
    "::",
    "fe80::1",
    "fd00::1",
    "fec0::1",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::ffff:a9fe:a9fe",
    "::127.0.0.1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "2001::1",
    "not an address",
  ])("%s is none of the internet", (address) => expect(isPublic(address)).toBe(false));

  it.each(["8.8.8.8", "93.184.216.34", "2606:4700::1111", "2a00:1450:4001::1"])(
    "%s is",
    (address) => expect(isPublic(address)).toBe(true),
  );

  it.each([
    "http://hooks.example/x",
    "https://127.0.0.1/x",
    "https://2130706433/x",
    "https://0x7f.1/x",
    "https://[::1]/x",
    "https://[::ffff:10.0.0.1]/x",
    "https://169.254.169.254/latest/meta-data",
    "https://user:password@hooks.example/x",
    "https://hooks.example/x#part",
    "ftp://hooks.example/x",
    "hooks.example",
  ])("%s is refused when it is given", async (url) => {
    const real = { ...office, config: testConfig };
    await expect(
      createWebhook(real, { url, events: ["booking.created"], description: "" }),
    ).rejects.toMatchObject({ code: "webhook.address", fields: [{ field: "url" }] });
  });

  it("that a name leads to is judged when it is called, and nobody is called", async () => {
    const receiver = await startReceiver();
    for (const name of ["localhost", "localhost.", "ip6-localhost"]) {
      const { outcome } = await post(`https://${name}:${receiver.port}/hook`);
      expect(["AddressRefused", "Unreachable"]).toContain(outcome);
    }
    expect((await post(`https://localhost:${receiver.port}/hook`)).outcome).toBe("AddressRefused");
    expect(receiver.received).toEqual([]);
  });

  it("whose name server never answers ends by itself, and holds up no other lookup", async () => {
    const silent = createSocket("udp4");
    silent.bind(0, "127.0.0.1");
    await once(silent, "listening");
    const servers = getServers();
    setServers([`127.0.0.1:${silent.address().port}`]);
    try {
      const posts = Array.from({ length: 16 }, (_, at) => post(`https://hangs-${at}.example/hook`));
      const began = performance.now();
      await lookup("localhost");
      expect(performance.now() - began).toBeLessThan(1_000);
      for (const { outcome } of await Promise.all(posts)) {
        expect(["TimedOut", "Unreachable"]).toContain(outcome);
      }
      expect(performance.now() - began).toBeLessThan(15_000);
    } finally {
      setServers(servers);
      silent.close();
    }
  });

  it("that was allowed for tests once is refused by a process that does not", async () => {
    const receiver = await startReceiver();
    const { id } = await world.add(receiver.url);
    await tell();
    await sendWebhooks({ ...office, config: testConfig, actor: jobActor("webhooks") });
    expect(await log(id)).toMatchObject([{ outcome: "AddressRefused", state: "Waiting" }]);
    expect(receiver.received).toEqual([]);
  });
});

describe("a receiver", () => {
  it("that redirects inward is not followed", async () => {
    const inside = await startReceiver();
    const receiver = await startReceiver(
      (answer) => void answer.writeHead(307, { location: inside.url }).end(),
    );
    const { id } = await world.add(receiver.url);
    await tell();
    await send();
    expect(inside.received).toEqual([]);
    expect(await log(id)).toMatchObject([{ outcome: "Redirected", statusCode: 307 }]);
  });

  it("that answers 10 MB is read no further than is kept of it", async () => {
    let written = 0;
    const receiver = await startReceiver((answer) => {
      answer.writeHead(200);
      const more = () => {
        while (written < 10_000_000) {
          written += 65_536;
          if (!answer.write(Buffer.alloc(65_536, "x"))) return void answer.once("drain", more);
        }
        answer.end();
      };
      more();
    });
    const { id } = await world.add(receiver.url);
    await tell();
    await send();
    expect(await log(id)).toMatchObject([{ outcome: "Delivered", statusCode: 200 }]);
    const [one] = await db.select().from(webhookTries);
    expect(one?.responseBody).toHaveLength(mostKept);
    expect(written).toBeLessThan(10_000_000);
  });

  it("that answers NUL and half a letter is written down", async () => {
    const receiver = await startReceiver(refusing(500, "a\0b\ud83d"));
    await world.add(receiver.url);
    await tell();
    await send();
    const [one] = await db.select().from(webhookTries);
    expect(one?.responseBody).toMatch(/^a\ufffdb/);
  });

  it("that is not there is told by the network's word, and rests", async () => {
    const { id } = await world.add("http://127.0.0.1:9/x");
    await tell();
    await tell();
    expect(await send()).toMatchObject({ sent: 0 });
    const tries = await db.select().from(webhookTries);
    expect(tries[0]).toMatchObject({ outcome: "Unreachable", error: "ECONNREFUSED" });
    const [row] = await db.select().from(webhooks);
    expect(row?.restsUntil?.getTime()).toBeGreaterThan(Date.now());
    expect(await send()).toEqual({ sent: 0, failed: 0, parked: 0 });
    // With another address it begins anew.
    const receiver = await startReceiver();
    await updateWebhook(office, { id, url: receiver.url });
    await db.update(webhookDeliveries).set({ nextAttemptAt: new Date() });
    expect(await send()).toMatchObject({ sent: 2 });
  });

  it("that hangs is given up after 10 s, and keeps nobody else waiting", async () => {
    const [hung, quick] = [await startReceiver(hanging), await startReceiver()];
    const other = await makeWebhookWorld(db, systemClock);
    await world.add(hung.url);
    await other.add(quick.url);
    for (let count = 0; count < 30; count += 1) await tell();
    const sending = send();
    await expect.poll(() => hung.received.length).toBe(4);
    await other.tell();
    await expect.poll(() => quick.received.length, { timeout: 2_000 }).toBe(1);
    expect(await sending).toMatchObject({ sent: 1, failed: 4 });
    const tries = await db.select().from(webhookTries);
    const timedOut = tries.filter(({ outcome }) => outcome === "TimedOut");
    expect(timedOut).toHaveLength(4);
    expect(Math.min(...timedOut.map(({ durationMs }) => durationMs))).toBeGreaterThan(9_900);
    expect(hung.received).toHaveLength(4);
  });
});

it("two workers share the work: each delivery goes out once, and subjects stay in order", async () => {
  const receiver = await startReceiver((answer, received) => {
    setTimeout(() => taking(answer, received), Math.random() * 10);
  });
  const { id } = await world.add(receiver.url);
  const bookings = Array.from({ length: 30 }, newId);
  for (const booking of bookings) await tell("booking.created", booking);
  for (const booking of bookings) await tell("booking.approved", booking);
  await Promise.all([send(), send(), send()]);
  const isOnce = (one: Awaited<ReturnType<typeof log>>[number]) =>
    one.state === "Delivered" && one.attempts === 1;
  expect((await log(id)).every(isOnce)).toBe(true);
  const events = receiver.events();
  expect(events).toHaveLength(60);
  expect(new Set(events.map((event) => event.id)).size).toBe(60);
  for (const booking of bookings) {
    const types = events.filter(({ data }) => data.bookingId === booking).map(({ type }) => type);
    expect(types).toEqual(["booking.created", "booking.approved"]);
  }
});

it("a business has so many webhooks at most, however many are made at once", async () => {
  const made = await Promise.allSettled(
    Array.from({ length: mostWebhooks + 5 }, () => world.add("https://hooks.example/x")),
  );
  expect(made.filter(({ status }) => status === "fulfilled")).toHaveLength(mostWebhooks);
});

it("what people wrote about a person is forgotten, also in what was sent", async () => {
  const receiver = await startReceiver(refusing(500, "no such customer: dana@example.test"));
  await world.add(receiver.url);
  const ownerId = newId();
  const outbox = { ...office, actor: jobActor("outbox") };
  await publishEvent(outbox, {
    type: "booking.created",
    payload: { ...anyToldBooking({ ownerId }), status: "Pending", reason: "Dana Reyes asked" },
    businessId: world.businessId,
  });
  await deliverEvents(outbox);
  await send();
  await eraser.erase(office, { userId: ownerId, texts: ["dana@example.test"], name: "–" });
  const kept = JSON.stringify([
    await db.select().from(webhookDeliveries),
    await db.select().from(webhookTries),
  ]);
  expect(kept).not.toMatch(/dana/i);
});

it("the log is cleaned after 30 days", async () => {
  const receiver = await startReceiver();
  const { id } = await world.add(receiver.url);
  await tell();
  await send();
  const clean = { ...office, actor: jobActor("clean-up") };
  expect(await cleanWebhooks(clean)).toEqual({ webhookDeliveries: 0 });
  await db.update(webhookDeliveries).set({ createdAt: new Date(Date.now() - 31 * 86_400_000) });
  expect(await cleanWebhooks(clean)).toEqual({ webhookDeliveries: 1 });
  expect(await log(id)).toEqual([]);
});
