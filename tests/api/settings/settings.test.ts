import { expect, it } from "vitest";

import { testApi } from "../../support/api";
import { makeBusiness, makeUser } from "../../support/world";

const api = await testApi();
const business = await makeBusiness(api.db);
const admin = await makeUser(api.db, "SystemAdmin");
const office = await makeUser(api.db, "Backoffice", { businessId: business.id });
const owner = await makeUser(api.db, "EvOwner");
const path = "/api/v1/settings";
type Named = { name: string };

it("PUT settings overrides for the own business, and GET says where each comes from", async () => {
  const body = { values: { changeCutoffMinutes: 360 } };
  expect((await api.call("PUT", path, { as: office, body })).status).toBe(200);
  const read = await api.call("GET", path, { as: office });
  const [cutoff] = read.body.data.settings.filter(
    ({ name }: Named) => name === "changeCutoffMinutes",
  );
  expect(cutoff).toMatchObject({ value: 360, source: "Business", layers: { default: 720 } });
  const platform = await api.call("GET", path, { as: admin });
  expect(platform.body.data.scope).toBe("Platform");
});

it("refuses a value that does not fit, a layer that may not, and roles that have none", async () => {
  const put = (values: object, as = office) => api.call("PUT", path, { as, body: { values } });
  expect(await put({ changeCutoffMinutes: -1 })).toMatchObject({
    status: 422,
    body: { errors: [{ field: "values.changeCutoffMinutes" }] },
  });
  expect(await put({ slotHorizonDays: 20 })).toMatchObject({
    status: 400,
    body: { code: "setting.not_overridable" },
  });
  expect((await put({ leadMinutes: 1 }, owner)).status).toBe(403);
  expect((await api.call("GET", path)).status).toBe(401);
});

it("GET audits and GET messages are paged and scoped", async () => {
  const audits = await api.call("GET", "/api/v1/audits?entity=Setting", { as: office });
  expect(audits.body).toMatchObject({
    data: [{ action: "Set", actor: { id: office.userId } }],
    pagination: { total: 1, page: 1, limit: 10 },
  });
  expect((await api.call("GET", "/api/v1/audits", { as: owner })).body.data).toEqual([]);
  expect((await api.call("GET", "/api/v1/audits?from=yesterday", { as: admin })).status).toBe(422);
  expect((await api.call("GET", "/api/v1/messages?status=Kept", { as: admin })).status).toBe(200);
  expect((await api.call("GET", "/api/v1/messages", { as: office })).status).toBe(403);
});
