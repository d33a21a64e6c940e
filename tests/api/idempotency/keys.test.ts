import { createHash } from "node:crypto";

import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { idempotencyKeys } from "@/db/schema/http";
import { canonicalJson } from "@/lib/http/fingerprint";

import { testApi } from "../../support/api";
import { hours } from "../../support/test-clock";
import { makeBusiness, makeSlots, makeStation, makeUser, testStart } from "../../support/world";

const api = await testApi();
const { id: businessId } = await makeBusiness(api.db);
const stations = [await makeStation(api.db, businessId), await makeStation(api.db, businessId)];
for (const { id } of stations) await makeSlots(api.db, id, testStart, 60);
const office = await makeUser(api.db, "Backoffice", { businessId });

const hold = {
  startsAt: new Date(testStart.getTime() + hours(24)),
  endsAt: new Date(testStart.getTime() + hours(25)),
  connectors: 1,
  reason: "Works",
};
const add = (station: number, key: string, body: unknown = hold, as = office) =>
  api.call("POST", `/api/v1/stations/${stations[station]?.id}/holds`, {
    as,
    body,
    headers: { "Idempotency-Key": key },
  });
const holdsOf = async (station: number) =>
  (await api.call("GET", `/api/v1/stations/${stations[station]?.id}/holds`, { as: office })).body
    .data;

describe("one key", () => {
  it("is another request on another path, though the body is the same", async () => {
    const key = crypto.randomUUID();
    const first = await add(0, key);
    expect(first.status).toBe(201);
    expect(await add(1, key)).toMatchObject({
      status: 422,
      body: { code: "idempotency.key_reused" },
    });
    expect(await holdsOf(1)).toEqual([]);
    const again = await add(0, key);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect(again.body.data).toEqual(first.body.data);
    expect(await holdsOf(0)).toHaveLength(1);
  });

  it("is another request by another method's resource, and with another body", async () => {
    const key = crypto.randomUUID();
    expect((await add(0, key)).status).toBe(201);
    const preview = await api.call("POST", `/api/v1/stations/${stations[0]?.id}/holds/preview`, {
      as: office,
      body: hold,
      headers: { "Idempotency-Key": key },
    });
    expect(preview).toMatchObject({ status: 422, body: { code: "idempotency.key_reused" } });
    const other = await add(0, key, { ...hold, connectors: 2 });
    expect(other).toMatchObject({ status: 422, body: { code: "idempotency.key_reused" } });
  });

  it("F18: is the same request with its fields in another order", async () => {
    const key = crypto.randomUUID();
    const first = await add(0, key);
    const turned = Object.fromEntries(Object.entries(hold).toReversed());
    const again = await add(0, key, turned);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect(again.body.data).toEqual(first.body.data);
  });

  it("answers what the release before kept, and refuses it to another request", async () => {
    const key = crypto.randomUUID();
    const path = `/api/v1/stations/${stations[0]?.id}/holds`;
    const said = `POST ${path}\n${JSON.stringify(hold)}`;
    await api.db.insert(idempotencyKeys).values({
      caller: office.userId,
      key,
      fingerprint: createHash("sha256").update(said).digest("hex"),
      status: 201,
      headers: {},
      data: { id: "of before" },
      createdAt: new Date(),
    });
    expect((await add(0, key)).body).toEqual({ success: true, data: { id: "of before" } });
    expect((await add(0, key, { ...hold, connectors: 2 })).status).toBe(422);
  });

  it("keeps nothing by which a password that was sent could be tried", async () => {
    const key = crypto.randomUUID();
    const body = {
      nic: "199812345678",
      name: "Ama Perera",
      email: "ama@owners.example",
      phone: "+94771234599",
      password: "Charge-me-up-27",
    };
    const headers = { "Idempotency-Key": key, "x-forwarded-for": "10.9.8.7" };
    const send = (sent: object) => api.call("POST", "/api/v1/owners", { body: sent, headers });
    expect((await send(body)).status).toBe(201);
    const kept = () => api.db.select().from(idempotencyKeys).where(eq(idempotencyKeys.key, key));
    const [row] = await kept();
    expect(row?.fingerprint).toMatch(/^4:[0-9a-f]{64}:[0-9a-f]{64}$/);
    const guess = createHash("sha256")
      .update(canonicalJson(["POST", "/api/v1/owners", [], body]))
      .digest("hex");
    expect(row?.fingerprint).not.toContain(guess);
    expect((await send(body)).headers.get("idempotency-replayed")).toBe("true");
    const other = await send({ ...body, password: "Charge-me-up-28" });
    expect(other.body.code).toBe("idempotency.key_reused");

    // A row of the release before, without a secret: the guess is what it kept.
    const fingerprint = `3:${guess}:${guess}`;
    await api.db.update(idempotencyKeys).set({ fingerprint }).where(eq(idempotencyKeys.key, key));
    expect((await send(body)).headers.get("idempotency-replayed")).toBe("true");
  });

  it("is the same request by the first contract's name and by v1's", async () => {
    const station = await makeStation(api.db, businessId, { approval: "Auto" });
    await makeSlots(api.db, station.id, hold.startsAt, 2);
    const owner = await makeUser(api.db, "EvOwner");
    const headers = { "Idempotency-Key": crypto.randomUUID() };
    const [startsAt, endsAt] = [hold.startsAt.toISOString(), hold.endsAt.toISOString()];
    const first = await api.call("POST", "/api/Booking", {
      as: owner,
      headers,
      body: { slotEndUtc: endsAt, slotStartUtc: startsAt, stationId: station.id },
    });
    expect(first.status).toBe(201);
    const again = await api.call("POST", "/api/v1/bookings", {
      as: owner,
      headers,
      body: { stationId: station.id, startsAt, endsAt },
    });
    expect(again.status).toBe(201);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    // The same booking, under the first contract with its names beside ours.
    expect(first.body).toMatchObject(again.body.data);
    const third = await api.call("PUT", `/api/v1/bookings/${first.body.id}/cancel`, {
      as: owner,
      headers,
      body: {},
    });
    expect(third.headers.get("idempotency-replayed")).toBeNull();
  });

  it("sent five times at once makes one booking, and tells all five of it", async () => {
    const station = await makeStation(api.db, businessId, { approval: "Auto" });
    await makeSlots(api.db, station.id, hold.startsAt, 2);
    const owner = await makeUser(api.db, "EvOwner");
    const headers = { "Idempotency-Key": crypto.randomUUID() };
    const [startsAt, endsAt] = [hold.startsAt.toISOString(), hold.endsAt.toISOString()];
    const answers = await Promise.all(
      ["/api/Booking", "/api/v1/bookings", "/api/booking", "/api/v1/bookings", "/api/Booking"].map(
        (path) =>
          api.call("POST", path, {
            as: owner,
            headers,
            body: { stationId: station.id, startsAt, endsAt },
          }),
      ),
    );
    expect(answers.filter(({ status }) => status !== 201)).toEqual([]);
    const ids = answers.map(({ body }) => body.id ?? body.data.id);
    expect(new Set(ids).size).toBe(1);
    const first = answers.filter(({ headers }) => !headers.get("idempotency-replayed"));
    expect(first).toHaveLength(1);
  });

  it("is each user's own", async () => {
    const key = crypto.randomUUID();
    const colleague = await makeUser(api.db, "Backoffice", { businessId });
    expect((await add(0, key)).status).toBe(201);
    const theirs = await add(0, key, hold, colleague);
    expect(theirs.status).toBe(201);
    expect(theirs.headers.get("idempotency-replayed")).toBeNull();
  });
});

it("an answer with a secret is kept with it sealed, and given again as it was", async () => {
  const ask = () =>
    api.call("POST", "/api/v1/webhooks", {
      as: office,
      body: { url: "https://hooks.example/in", events: ["booking.created"] },
      headers: { "Idempotency-Key": "one-webhook" },
    });
  const first = await ask();
  expect(first.status).toBe(201);
  const { secret } = first.body.data as { secret: string };
  expect(secret).toMatch(/^whsec_/);
  const [row] = await api.db
    .select()
    .from(idempotencyKeys)
    .where(eq(idempotencyKeys.key, "one-webhook"));
  expect(JSON.stringify(row)).not.toContain(secret);
  const again = await ask();
  expect(again.headers.get("idempotency-replayed")).toBe("true");
  expect(again.body.data).toEqual(first.body.data);
});
