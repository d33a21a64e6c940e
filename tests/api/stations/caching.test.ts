import { describe, expect, it } from "vitest";

import { testApi } from "../../support/api";
import { makeBusiness, makeSlots, makeStation, makeUser, testStart } from "../../support/world";

const api = await testApi();
const { id: businessId } = await makeBusiness(api.db);
const { id } = await makeStation(api.db, businessId);
await makeSlots(api.db, id, testStart, 24);
const office = await makeUser(api.db, "Backoffice", { businessId });

describe.each([
  `/api/v1/stations/${id}`,
  `/api/v1/stations/${id}/availability`,
  "/api/v1/stations?near=42.65,-73.75",
  "/api/v1/stations/nearby?latitude=42.65&longitude=-73.75",
  "/api/v1/stations/map",
])("GET %s", (path) => {
  it("304: is not sent again while nothing changed, and 200 with another tag once it did", async () => {
    const first = await api.call("GET", path);
    const tag = first.headers.get("etag") ?? "";
    expect(first.status).toBe(200);
    expect(tag).toMatch(/^"[\w-]{27}"$/);
    expect(first.headers.get("cache-control")).toBe("public, max-age=0, must-revalidate");
    const headers = { "if-none-match": tag };
    expect(await api.call("GET", path, { headers })).toMatchObject({ status: 304, body: "" });
    const name = `Renamed ${crypto.randomUUID()}`;
    await api.call("PUT", `/api/v1/stations/${id}`, { as: office, body: { name } });
    const status = path.includes("availability") ? 304 : 200;
    expect((await api.call("GET", path, { headers })).status).toBe(status);
  });

  it("is for nobody else's cache when staff ask", async () => {
    const { headers } = await api.call("GET", path, { as: office });
    expect(headers.get("cache-control")).toBe("private, max-age=0, must-revalidate");
    expect(headers.get("vary")).toContain("Authorization, Cookie");
  });
});
