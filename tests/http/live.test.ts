import { describe, expect, it, vi } from "vitest";

import { createDatabase } from "@/db/client";
import { inTransaction } from "@/lib/core/context";
import { jobActor } from "@/lib/core/job-actor";
import { live } from "@/lib/http/live";
import { deactivateOperator, updateOperator } from "@/lib/people/accounts";
import { setProcessContext } from "@/lib/process/context";
import { readRecentEvents } from "@/lib/records/outbox";
import { publishEvent, type NewEvent } from "@/lib/records/outbox/inside";
import { makeContext } from "@/lib/process/wiring";

import { testApi } from "../support/api";
import { listen } from "../support/live-line";
import { anyToldBooking } from "../support/told-booking";
import { makeBusiness, makeStation, makeUser, testConfig } from "../support/world";

const api = await testApi();
const [home, rival] = [await makeBusiness(api.db), await makeBusiness(api.db)];
const station = await makeStation(api.db, home.id);
const other = await makeStation(api.db, home.id);
const admin = await makeUser(api.db, "SystemAdmin");
const office = await makeUser(api.db, "Backoffice", { businessId: home.id });
const rivals = await makeUser(api.db, "Backoffice", { businessId: rival.id });
const operator = await makeUser(api.db, "Operator", {
  businessId: home.id,
  stationIds: [station.id],
});
const owner = await makeUser(api.db, "EvOwner");
const stranger = await makeUser(api.db, "EvOwner");

const ctx = makeContext({ db: api.db, actor: jobActor("live"), config: testConfig });
const publish = (event: NewEvent) => inTransaction(ctx, (ctx) => publishEvent(ctx, event));

describe("GET /api/live", () => {
  it("tells each of a booking within two seconds, once, if it is theirs to see", async () => {
    const people = { admin, office, operator, owner, rivals, stranger };
    const heard = Object.fromEntries(
      await Promise.all(
        Object.entries(people).map(async ([name, actor]) => [name, await listen(actor)] as const),
      ),
    );
    const bookingId = crypto.randomUUID();
    await publish({
      type: "booking.created",
      payload: { ...anyToldBooking({ id: bookingId, ownerId: owner.userId }), status: "Pending" },
      businessId: home.id,
      stationId: station.id,
    });
    await expect.poll(() => heard.office?.length, { timeout: 2_000 }).toBe(1);
    const elsewhere = {
      businessId: home.id,
      stationId: other.id,
      payload: { stationId: other.id },
    };
    await publish({ type: "station.changed", ...elsewhere });
    await expect.poll(() => heard.office?.length, { timeout: 2_000 }).toBe(2);
    const types = () =>
      Object.fromEntries(
        Object.entries(heard).map(([name, events]) => [name, events.map(({ type }) => type)]),
      );
    await expect.poll(types, { timeout: 2_000 }).toEqual({
      admin: ["booking.created", "station.changed"],
      office: ["booking.created", "station.changed"],
      operator: ["booking.created"],
      owner: ["booking.created"],
      rivals: [],
      stranger: [],
    });
    expect(heard.owner?.[0]).toMatchObject({ bookingId });
  });

  const changed = {
    type: "station.changed",
    payload: { stationId: station.id },
    businessId: home.id,
  } as const;

  it("tells at once what happened since the page was made, and nothing from before", async () => {
    await publish({ ...changed, type: "station.created" });
    await new Promise((done) => setTimeout(done, 5));
    const since = Date.now();
    await publish(changed);
    const heard = await listen(office, { query: `?since=${since}` });
    await expect.poll(() => heard.length, { timeout: 2_000 }).toBe(1);
    expect(heard).toMatchObject([{ type: "station.changed" }]);
    const strangers = await listen(rivals, { query: `?since=${since}` });
    await publish({ ...changed, businessId: rival.id });
    await expect.poll(() => strangers.length, { timeout: 2_000 }).toBe(1);
  });

  it("goes on after the last event that a broken line has told", async () => {
    const [first] = (await readRecentEvents(ctx, new Date(Date.now() - 60_000))) ?? [];
    const heard = await listen(office, { headers: { "last-event-id": first?.id ?? "" } });
    await expect.poll(() => heard.length, { timeout: 2_000 }).toBeGreaterThan(2);
  });

  it("says that too much was missed where it is too long ago", async () => {
    const heard = await listen(office, { query: `?since=${Date.now() - 3_600_000}` });
    await expect.poll(() => heard, { timeout: 2_000 }).toMatchObject([{ type: "missed" }]);
  });

  it("tells the office of owners, whose events belong to no business", async () => {
    const heard = { office: await listen(office), operator: await listen(operator) };
    await publish({
      type: "owner.registered",
      payload: { userId: stranger.userId, ownerId: stranger.userId },
    });
    await publish({ ...changed, stationId: station.id });
    await expect.poll(() => heard.office.length, { timeout: 2_000 }).toBe(2);
    expect(heard.office[0]?.type).toBe("owner.registered");
    const types = () => heard.operator.map(({ type }) => type);
    await expect.poll(types, { timeout: 2_000 }).toEqual(["station.changed"]);
  });

  it("401: for nobody known", async () => {
    const answer = await live(new Request("http://baybook.test/api/live"));
    expect(answer.status).toBe(401);
  });
});

describe("a live line of somebody whose account changes", () => {
  const lonely = async () =>
    makeUser(api.db, "Operator", { businessId: home.id, stationIds: [station.id] });
  const atStation = {
    type: "station.changed",
    payload: { stationId: station.id },
    businessId: home.id,
    stationId: station.id,
  } as const;
  const told = (heard: readonly { type: string }[]) => heard.map(({ type }) => type);

  it("A15: tells nothing that happens after the deactivation", async () => {
    const leaver = await lonely();
    const [gone, stays] = [await listen(leaver), await listen(operator)];
    await publish(atStation);
    await expect.poll(() => told(gone), { timeout: 2_000 }).toEqual(["station.changed"]);
    const acting = makeContext({ db: api.db, actor: admin, config: testConfig });
    await deactivateOperator(acting, { id: leaver.userId, reason: "Left" });
    await publish(atStation);
    await publish(atStation);
    const changes = () => told(stays).filter((type) => type === "station.changed").length;
    await expect.poll(changes, { timeout: 2_000 }).toBe(3);
    await new Promise((done) => setTimeout(done, 300));
    expect(told(gone)).toEqual(["station.changed"]);
  });

  it("A15: hears of a new station at once", async () => {
    const mover = await lonely();
    const heard = await listen(mover);
    const acting = makeContext({ db: api.db, actor: office, config: testConfig });
    await updateOperator(acting, { id: mover.userId, stationIds: [other.id] });
    await publish({ ...atStation, payload: { stationId: other.id }, stationId: other.id });
    await publish(atStation);
    await expect.poll(() => told(heard), { timeout: 2_000 }).toEqual(["station.changed"]);
  });

  it("A12: is one of twenty at most", async () => {
    const many = await lonely();
    for (let lines = 0; lines < 20; lines += 1) await listen(many);
    await expect(listen(many)).rejects.toThrow("429");
    const others = await listen(await lonely());
    expect(others).toEqual([]);
  });
});

describe("a live line and the database", () => {
  it("A18: 503: says so where it is away, with the test clock too", async () => {
    const away = createDatabase("postgres://nobody@127.0.0.1:1/none");
    vi.stubEnv("TEST_CLOCK", "1");
    setProcessContext({ db: away.db, config: testConfig });
    try {
      const answer = await live(new Request("http://baybook.test/api/live"));
      expect(answer.status).toBe(503);
      expect(answer.headers.get("retry-after")).toBe("2");
    } finally {
      vi.unstubAllEnvs();
      setProcessContext({ db: api.db, config: testConfig, clock: api.clock });
      await away.close();
    }
  });
});
