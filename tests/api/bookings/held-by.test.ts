import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { connectorOutages, connectors } from "@/db/schema/stations";
import { newId } from "@/lib/core/ids";

import { testApi } from "../../support/api";
import { hours } from "../../support/test-clock";
import { makeBusiness, makeStation, makeUser, testStart } from "../../support/world";

const api = await testApi();
const { id: businessId } = await makeBusiness(api.db);
const office = await makeUser(api.db, "Backoffice", { businessId });
const at = (hour: number) => new Date(testStart.getTime() + hours(hour)).toISOString();

async function open(schedule: object = {}) {
  const station = await makeStation(api.db, businessId, { connectors: 4 });
  const operator = await makeUser(api.db, "Operator", { businessId, stationIds: [station.id] });
  const day = [{ start: "08:00", end: "12:00" }];
  const answer = await api.call("PUT", `/api/v1/stations/${station.id}/schedule`, {
    as: office,
    body: { weekly: { mon: day, tue: day }, ...schedule },
  });
  expect(answer.status).toBe(200);
  const hold = (body: object) =>
    api.call("POST", `/api/v1/stations/${station.id}/holds`, { as: office, body });
  const read = async (date = "2026-06-01") => {
    const path = `/api/v1/bookings/daily-capacity?stationId=${station.id}&date=${date}`;
    const { body } = await api.call("GET", path, { as: operator });
    return body.data.slots as { capacity: number; held: number; heldBy: object[] }[];
  };
  return { ...station, operator, hold, read };
}

describe("why places are held", () => {
  it("is told for each slot that a hold meets, by number or by name", async () => {
    const { hold, read, connectorIds } = await open();
    await hold({ startsAt: at(1), endsAt: at(2.5), connectors: 2, reason: "Paving" });
    const named = connectorIds.slice(0, 3);
    await hold({ startsAt: at(2), endsAt: at(3), connectorIds: named, reason: "Inspection" });
    const paving = { kind: "Hold", reason: "Paving", connectors: 2, from: at(1), to: at(2.5) };
    const inspection = { ...paving, reason: "Inspection", connectors: 3, from: at(2), to: at(3) };
    const slots = await read();
    expect(slots.map(({ capacity }) => capacity)).toEqual([4, 2, 0, 4]);
    expect(slots.map(({ heldBy }) => heldBy)).toEqual([[], [paving], [paving, inspection], []]);
  });

  it("is told of a day with fewer places, and not where it takes none", async () => {
    const { read } = await open({
      capacityOverrides: [
        { date: "2026-06-01", connectors: 1 },
        { date: "2026-06-02", connectors: 4 },
      ],
    });
    const midnight = "2026-06-01T04:00:00.000Z";
    const override = { kind: "Override", reason: null, connectors: 3, from: midnight };
    const [first] = await read();
    expect(first?.heldBy).toEqual([{ ...override, to: "2026-06-02T04:00:00.000Z" }]);
    expect((await read("2026-06-02")).map(({ heldBy }) => heldBy)).toEqual([[], [], [], []]);
  });

  it("is told of outages until further notice, of connectors in service alone", async () => {
    const { id, read, connectorIds } = await open();
    const [first = "", second = ""] = connectorIds;
    const outage = { startsAt: new Date(at(2)), source: "Fault" } as const;
    await api.db.insert(connectorOutages).values([
      { ...outage, id: newId(), connectorId: first, reason: "No voltage" },
      { ...outage, id: newId(), connectorId: second, endedAt: new Date(at(3)) },
    ]);
    const told = { kind: "Outage", reason: "No voltage", connectors: 1, from: at(2), to: null };
    expect((await read()).map(({ heldBy }) => heldBy)).toEqual([[], [], [told], [told]]);
    await api.db.update(connectors).set({ status: "Inactive" }).where(eq(connectors.stationId, id));
    expect((await read()).flatMap(({ heldBy }) => heldBy)).toEqual([]);
  });
});

it("says what an operator may charge for canceling, and nobody else", async () => {
  const station = await open();
  const owner = await makeUser(api.db, "EvOwner");
  const { body } = await api.call("POST", "/api/v1/bookings", {
    as: owner,
    headers: { "Idempotency-Key": "fee" },
    body: { stationId: station.id, startsAt: at(3), endsAt: at(4) },
  });
  const path = `/api/v1/bookings/${body.data.id}`;
  const fee = async (as: typeof owner) =>
    (await api.call("GET", path, { as })).body.data.lateCancelFee;
  expect(await fee(station.operator)).toEqual({ amount: "5.00", currency: "USD" });
  expect([await fee(office), await fee(owner)]).toEqual([null, null]);
  const canceled = await api.call("PUT", `${path}/cancel`, {
    as: station.operator,
    body: { reason: "Flooded", chargeFee: true },
  });
  expect(canceled.body.data).toMatchObject({ lateFee: { amount: "5.00" }, lateCancelFee: null });
});
