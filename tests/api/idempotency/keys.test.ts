import { describe, expect, it } from "vitest";

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

  it("is each user's own", async () => {
    const key = crypto.randomUUID();
    const colleague = await makeUser(api.db, "Backoffice", { businessId });
    expect((await add(0, key)).status).toBe(201);
    const theirs = await add(0, key, hold, colleague);
    expect(theirs.status).toBe(201);
    expect(theirs.headers.get("idempotency-replayed")).toBeNull();
  });
});
