import { describe, expect, it } from "vitest";

import { endpoints as routes } from "@/app/api/v1/endpoints";
import { endpointsOf } from "@/lib/http/routes";
import { idempotencyModeOf } from "@/lib/http/idempotency";

import { testApi } from "../../support/api";
import { hours } from "../../support/test-clock";
import { makeBusiness, makeSlots, makeStation, makeUser, testStart } from "../../support/world";

const api = await testApi();
const { id: businessId } = await makeBusiness(api.db);
const station = await makeStation(api.db, businessId, { approval: "Auto" });
await makeSlots(api.db, station.id, testStart, 60);
const office = await makeUser(api.db, "Backoffice", { businessId });
const at = (hour: number) => new Date(testStart.getTime() + hours(hour)).toISOString();
const keyed = () => ({ "Idempotency-Key": crypto.randomUUID() });

/** What carries passwords or gives tokens: neither may lie beside a key for days (docs/decisions/fingerprints.md). */
const secrets = [
  "DELETE /profile",
  "PUT /auth/change-password",
  "POST /auth/forgot-password",
  "POST /auth/login",
  "POST /auth/logout",
  "POST /auth/passkeys",
  "POST /auth/passkeys/login",
  "POST /auth/passkeys/offer",
  "POST /auth/passkeys/options",
  "POST /auth/refresh-token",
  "POST /auth/register",
  "POST /auth/restore",
  "POST /auth/set-password",
];

describe("a key on a change", () => {
  it("is honoured by every endpoint but those of secrets, and imports, which are done twice for nothing", () => {
    const without = endpointsOf(routes).filter(
      ({ method, endpoint }) =>
        method !== "GET" && idempotencyModeOf(endpoint.declaration, method) === "no",
    );
    expect(without.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual(
      [...secrets, "POST /stations/import"].toSorted(),
    );
  });

  it("PUT: does it once, and answers the first result again", async () => {
    const headers = keyed();
    const { id } = await makeStation(api.db, businessId);
    const describe = (description: string) =>
      api.call("PUT", `/api/v1/stations/${id}`, {
        as: office,
        headers,
        body: { description },
      });
    const first = await describe("Behind the hall.");
    expect(first.status).toBe(200);
    const other = await api.call("PUT", `/api/v1/stations/${id}`, {
      as: office,
      body: { description: "In front of the hall." },
    });
    expect(other.status).toBe(200);
    const again = await describe("Behind the hall.");
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect(again.body).toEqual(first.body);
    const now = await api.call("GET", `/api/v1/stations/${id}`);
    expect(now.body.data.description).toBe("In front of the hall.");
    expect((await describe("Elsewhere.")).body.code).toBe("idempotency.key_reused");
  });

  it("PUT: moves an owner's booking once, by either name", async () => {
    const owner = await makeUser(api.db, "EvOwner");
    const made = await api.call("POST", "/api/v1/bookings", {
      as: owner,
      headers: keyed(),
      body: { stationId: station.id, startsAt: at(30), endsAt: at(31) },
    });
    const headers = keyed();
    const first = await api.call("PUT", `/api/Booking/${made.body.data.id}`, {
      as: owner,
      headers,
      body: { slotStartUtc: at(32), slotEndUtc: at(33) },
    });
    expect(first.status).toBe(200);
    const again = await api.call("PUT", `/api/v1/bookings/${made.body.data.id}`, {
      as: owner,
      headers,
      body: { startsAt: at(32), endsAt: at(33) },
    });
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    const read = await api.call("GET", `/api/v1/bookings/${made.body.data.id}`, { as: owner });
    expect(read.body.data.history).toHaveLength(2);
  });

  it("DELETE: answers the second time what it answered the first, where there is nothing left", async () => {
    const closed = await makeStation(api.db, businessId);
    const holds = `/api/v1/stations/${closed.id}/holds`;
    const body = { startsAt: at(40), endsAt: at(41), connectors: 1, reason: "Works" };
    const { id } = (await api.call("POST", holds, { as: office, body })).body.data;
    const headers = keyed();
    const first = await api.call("DELETE", `${holds}/${id}`, { as: office, headers });
    const again = await api.call("DELETE", `${holds}/${id}`, { as: office, headers });
    expect(again.status).toBe(first.status);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    const bare = await api.call("DELETE", `${holds}/${id}`, { as: office });
    expect(bare.status).toBe(404);
  });
});

describe("C3: idempotencyKey in the body of the first contract's names", () => {
  const book = (owner: typeof office, body: object, headers = {}) =>
    api.call("POST", "/api/booking", {
      as: owner,
      headers,
      body: { stationId: station.id, slotStartUtc: at(50), slotEndUtc: at(51), ...body },
    });

  it("is the only key that a client must send", async () => {
    const owner = await makeUser(api.db, "EvOwner");
    const idempotencyKey = crypto.randomUUID();
    const first = await book(owner, { ownerNIC: owner.ownerNic, idempotencyKey });
    expect(first.status).toBe(201);
    const again = await book(owner, { ownerNIC: owner.ownerNic, idempotencyKey });
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect(again.body).toEqual(first.body);
    const other = await book(owner, { slotStartUtc: at(52), slotEndUtc: at(53), idempotencyKey });
    expect(other.body.code).toBe("idempotency.key_reused");
  });

  it("counts as the header, and is the same request under v1's name with the header", async () => {
    const owner = await makeUser(api.db, "EvOwner");
    const idempotencyKey = crypto.randomUUID();
    const first = await book(owner, { idempotencyKey }, { "Idempotency-Key": idempotencyKey });
    expect(first.status).toBe(201);
    const again = await api.call("POST", "/api/v1/bookings", {
      as: owner,
      headers: { "Idempotency-Key": idempotencyKey },
      // The same instants in another spelling: what is meant is compared, too.
      body: {
        stationId: station.id,
        startsAt: at(50).replace(".000Z", "Z"),
        endsAt: at(51).replace("Z", "+00:00"),
      },
    });
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect(again.body.data.id).toBe(first.body.id);
  });

  it("is none where it is null, as clients write that send every field they have", async () => {
    const owner = await makeUser(api.db, "EvOwner");
    const none = await book(owner, { idempotencyKey: null });
    expect(none).toMatchObject({ status: 400, body: { code: "idempotency.key_required" } });
    const times = { slotStartUtc: at(54), slotEndUtc: at(55), idempotencyKey: null };
    const made = await book(owner, times, keyed());
    expect(made.status).toBe(201);
    const quiet = await makeStation(api.db, businessId);
    const closed = await api.call("PUT", `/api/Station/${quiet.id}/deactivate`, {
      as: office,
      body: { idempotencyKey: null },
    });
    expect(closed.status).toBe(200);
  });

  it("is refused where it is no key, or not the header's, or where v1 is called", async () => {
    const owner = await makeUser(api.db, "EvOwner");
    expect((await book(owner, {})).body.code).toBe("idempotency.key_required");
    expect((await book(owner, { idempotencyKey: 7 })).body.code).toBe("idempotency.key_invalid");
    const two = await book(owner, { idempotencyKey: "one" }, { "Idempotency-Key": "two" });
    expect(two).toMatchObject({ status: 400, body: { code: "idempotency.keys_differ" } });
    const v1 = await api.call("POST", "/api/v1/bookings", {
      as: owner,
      headers: keyed(),
      body: { stationId: station.id, startsAt: at(50), endsAt: at(51), idempotencyKey: "k" },
    });
    expect(v1.body.errors).toMatchObject([{ field: "idempotencyKey", code: "unknown_field" }]);
  });

  it("works where the endpoint asks for no body", async () => {
    const quiet = await makeStation(api.db, businessId);
    const deactivate = (idempotencyKey: string) =>
      api.call("PUT", `/api/Station/${quiet.id}/deactivate`, {
        as: office,
        body: { idempotencyKey },
      });
    expect((await deactivate("once")).status).toBe(200);
    const again = await deactivate("once");
    expect(again.status).toBe(200);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
  });
});
