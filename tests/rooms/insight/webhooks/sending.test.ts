import { createHmac } from "node:crypto";

import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";

import { audits } from "@/db/schema/audit";
import { messages } from "@/db/schema/notifications";
import { outboxEvents } from "@/db/schema/outbox";
import { webhookDeliveries, webhooks } from "@/db/schema/webhooks";
import {
  listWebhookDeliveries,
  readWebhook,
  readWebhookDelivery,
  resendDelivery,
  rotateSecret,
  testWebhook,
  updateWebhook,
} from "@/lib/insight/webhooks";
import { deliverEvents } from "@/lib/records/outbox";
import { jobActor } from "@/lib/core/job-actor";
import { newId } from "@/lib/core/ids";

import { testDatabase } from "../../../support/database";
import { fileClock } from "../../../support/file-clock";
import { hours, minutes } from "../../../support/test-clock";
import { makeBusiness, testStart } from "../../../support/world";
import { refusing, startReceiver, taking } from "../../../support/receiver";
import { makeWebhookWorld } from "./setting";

const { db } = await testDatabase();
const clock = fileClock(testStart);
const world = await makeWebhookWorld(db, clock);
const { office, tell, send } = world;
const page = { page: 1, limit: 100 };
const log = async (id: string) => (await listWebhookDeliveries(office, { id, ...page })).items;

beforeEach(() => db.delete(webhooks));

describe("what is sent", () => {
  it("is CloudEvents JSON, signed over the time and the body, of the events that were chosen", async () => {
    const receiver = await startReceiver();
    const { id, secret } = await world.add(receiver.url, ["booking.created"]);
    const bookingId = await tell();
    await tell("booking.approved", bookingId);
    expect(await send()).toEqual({ sent: 1, failed: 0, parked: 0 });

    const [one] = receiver.received;
    expect(one?.method).toBe("POST");
    expect(one?.headers["content-type"]).toContain("application/cloudevents+json");
    const event = JSON.parse(one?.body ?? "") as Record<string, unknown>;
    expect(event).toMatchObject({
      specversion: "1.0",
      source: "http://baybook.test",
      type: "booking.created",
      subject: `booking/${bookingId}`,
      time: testStart.toISOString(),
      dataschema:
        "http://baybook.test/api/v1/openapi.json#/components/schemas/event.booking.created.v1",
      businessid: world.businessId,
      data: { bookingId, status: "Pending" },
    });
    const seconds = testStart.getTime() / 1_000;
    const mark = createHmac("sha256", secret).update(`${seconds}.${one?.body}`).digest("hex");
    expect(one?.headers["baybook-signature"]).toBe(`t=${seconds},v1=${mark}`);
    expect(await log(id)).toMatchObject([
      { state: "Delivered", outcome: "Delivered", statusCode: 200, attempts: 1, can: ["resend"] },
    ]);
  });

  it("is signed by both secrets for a day after a change", async () => {
    const receiver = await startReceiver();
    const { id, secret: old } = await world.add(receiver.url);
    const { secret } = await rotateSecret(office, { id });
    expect(secret).not.toBe(old);
    const marks = async () => {
      await tell();
      await send();
      const { headers, body = "" } = receiver.received.at(-1) ?? {};
      const given = String(headers?.["baybook-signature"]);
      const seconds = /t=(\d+)/.exec(given)?.[1];
      const by = (key: string) =>
        given.includes(createHmac("sha256", key).update(`${seconds}.${body}`).digest("hex"));
      return [by(secret), by(old), given.match(/v1=/g)?.length];
    };
    expect(await marks()).toEqual([true, true, 2]);
    clock.advance(hours(24));
    expect(await marks()).toEqual([true, false, 1]);
  });

  it("goes to the event's own business, and never to another's", async () => {
    const [receiver, rival] = [await startReceiver(), await startReceiver()];
    const other = await makeWebhookWorld(db, clock);
    await world.add(receiver.url);
    await other.add(rival.url);
    await tell();
    await tell("booking.created", newId(), (await makeBusiness(db)).id);
    await send();
    expect(receiver.received).toHaveLength(1);
    expect(rival.received).toEqual([]);
  });

  it("is a secret to nobody who reads the database", async () => {
    const { id, secret } = await world.add("https://hooks.example/x");
    await rotateSecret(office, { id });
    const [row] = await db.select().from(webhooks);
    expect(JSON.stringify(row)).not.toContain(secret.slice(6));
    const told = await db.select().from(audits).where(eq(audits.entityId, id));
    expect(JSON.stringify(told)).not.toContain("whsec_");
    expect(JSON.stringify(await readWebhook(office, { id }))).not.toContain("whsec_");
  });
});

describe("a receiver that fails", () => {
  it("is tried again with pauses that double, for three days, and then switched off and written to", async () => {
    const receiver = await startReceiver(refusing(500, "not today"));
    const { id } = await world.add(receiver.url);
    await tell();
    const at: number[] = [];
    for (let round = 0; round < 60 && (await readWebhook(office, { id })).isActive; round += 1) {
      await send();
      at.push(clock.real().getTime() - testStart.getTime());
      const [next] = await db.select().from(webhookDeliveries);
      if (!next?.failedAt) clock.set(next?.nextAttemptAt ?? testStart);
    }
    expect(at.length).toBeGreaterThan(15);
    expect(at.length).toBeLessThan(40);
    expect(at.at(-1)).toBe(hours(72));
    const pauses = at.slice(1, 8).map((end, index) => (end - (at[index] ?? 0)) / 5_000);
    pauses.forEach((pause, index) => {
      expect(pause / 2 ** index).toBeGreaterThanOrEqual(0.9);
      expect(pause / 2 ** index).toBeLessThanOrEqual(1.1);
    });
    expect(await readWebhook(office, { id })).toMatchObject({
      isActive: false,
      switchedOffAt: clock.real().toISOString(),
    });
    const [delivery] = await log(id);
    expect(delivery).toMatchObject({
      state: "Failed",
      outcome: "Refused",
      statusCode: 500,
      can: [],
    });
    const details = await readWebhookDelivery(office, { id, deliveryId: delivery?.id ?? "" });
    expect(details.tries).toHaveLength(at.length);
    expect(details.tries[0]).toMatchObject({ responseBody: "not today", statusCode: 500 });

    await deliverEvents({ ...office, actor: jobActor("outbox") });
    const written = await db.select().from(messages).where(eq(messages.kind, "WebhookOff"));
    expect(written).toHaveLength(1);
    const [told] = await db.select().from(audits).where(eq(audits.action, "SwitchOff"));
    expect(told).toMatchObject({ entityId: id, businessId: world.businessId });
  });

  it("is kept while it takes other events, however long it refuses one", async () => {
    const receiver = await startReceiver();
    const { id } = await world.add(receiver.url);
    const unwanted = await tell();
    receiver.behave(
      (answer, { body }) => void answer.writeHead(body.includes(unwanted) ? 422 : 204).end(),
    );
    for (let passed = 0; passed <= 72; passed += 12) {
      await send();
      clock.advance(hours(12));
      await tell();
    }
    await send();
    expect(await readWebhook(office, { id })).toMatchObject({ isActive: true, failingSince: null });
    const states = (await log(id)).map(({ state }) => state);
    expect(states.filter((state) => state === "Failed")).toHaveLength(1);
  });

  it("is switched off at once where it says that it is gone", async () => {
    const receiver = await startReceiver(refusing(410));
    const { id } = await world.add(receiver.url);
    await tell();
    await send();
    expect(await readWebhook(office, { id })).toMatchObject({ isActive: false });
    const events = await db
      .select()
      .from(outboxEvents)
      .where(eq(outboxEvents.type, "webhook.switched_off"));
    expect(events.at(-1)?.payload).toEqual({ webhookId: id, businessId: world.businessId });
    // Nothing is written for it from now on; on again, what waited goes out.
    await tell();
    expect(await log(id)).toHaveLength(1);
    receiver.behave(taking);
    await updateWebhook(office, { id, isActive: true });
    clock.advance(minutes(1));
    await send();
    expect(await log(id)).toMatchObject([{ state: "Delivered" }]);
  });

  it("hears of a subject in order: what comes later waits for its first tries", async () => {
    const receiver = await startReceiver(refusing(500));
    await world.add(receiver.url);
    const bookingId = await tell();
    await tell("booking.approved", bookingId);
    const other = await tell();
    await send();
    const first = receiver.events().map(({ data }) => data.bookingId);
    expect(first.toSorted()).toEqual([bookingId, other].toSorted());
    receiver.behave(taking);
    clock.advance(minutes(1));
    await send();
    const types = receiver
      .events()
      .filter(({ data }) => data.bookingId === bookingId)
      .map(({ type }) => type);
    expect(types).toEqual(["booking.created", "booking.created", "booking.approved"]);
  });

  it("lets a subject go on after eight tries of the one that it does not take", async () => {
    const receiver = await startReceiver();
    await world.add(receiver.url);
    const bookingId = await tell();
    await tell("booking.approved", bookingId);
    receiver.behave(
      (answer, { body }) =>
        void answer.writeHead(body.includes('"booking.created"') ? 500 : 200).end(),
    );
    for (let round = 1; round <= 8; round += 1) {
      await send();
      clock.advance(minutes(15));
    }
    await send();
    const types = receiver.events().map(({ type }) => type);
    expect(types.filter((type) => type === "booking.created")).toHaveLength(9);
    expect(types.filter((type) => type === "booking.approved")).toHaveLength(1);
    expect(types.indexOf("booking.approved")).toBe(8);
  });
});

describe("a person", () => {
  it("sends a test, which is tried once and switches nothing off", async () => {
    const receiver = await startReceiver(refusing(503, "closed"));
    const { id } = await world.add(receiver.url);
    const test = await testWebhook(office, { id });
    expect(test).toMatchObject({ type: "webhook.test", state: "Waiting", attempts: 0 });
    expect(await send()).toEqual({ sent: 0, failed: 0, parked: 1 });
    expect(receiver.events()).toMatchObject([{ type: "webhook.test", data: { webhookId: id } }]);
    expect(await readWebhook(office, { id })).toMatchObject({ isActive: true, failingSince: null });
    expect(await log(id)).toMatchObject([{ state: "Failed", statusCode: 503 }]);
  });

  it("sends what was given up or delivered again, with the event's id as it was", async () => {
    const receiver = await startReceiver();
    const { id } = await world.add(receiver.url);
    await tell();
    await send();
    const [delivery] = await log(id);
    const key = { id, deliveryId: delivery?.id ?? "" };
    expect(await resendDelivery(office, key)).toMatchObject({ state: "Waiting" });
    await expect(resendDelivery(office, key)).rejects.toMatchObject({
      code: "webhook_delivery.waiting",
    });
    await send();
    const [first, second] = receiver.events();
    expect(second).toEqual(first);
    const details = await readWebhookDelivery(office, key);
    expect(details).toMatchObject({ state: "Delivered", attempts: 2 });
    expect(JSON.parse(details.requestBody)).toEqual(first);
  });

  it("cannot send anything to a webhook that is off", async () => {
    const { id } = await world.add("https://hooks.example/x");
    await updateWebhook(office, { id, isActive: false });
    await expect(testWebhook(office, { id })).rejects.toMatchObject({ code: "webhook.off" });
  });
});
