import { expect, it } from "vitest";

import { testApi } from "../../support/api";
import { makeUser } from "../../support/world";

const api = await testApi();
const owner = await makeUser(api.db, "EvOwner");
const headers = { "Baybook-Contract": "ev-cms" };
const call = (method: Parameters<typeof api.call>[0], path: string, body?: object) =>
  api.call(method, `/api/v1/profile/vehicles${path}`, { as: owner, headers, body });

it("keeps vehicles by EV-CMS's words", async () => {
  const body = { make: "Tata", model: "Nexon", year: 2024, batteryCapacity: 40.5 };
  const made = await call("POST", "", { ...body, registrationNumber: "KA 01" });
  expect(made).toMatchObject({ status: 201 });
  const { id } = made.body.data;
  const told = { ...body, id, registrationNumber: "KA 01", plate: "KA 01", isDefault: true };
  expect((await call("GET", "")).body.data).toMatchObject([told]);
  const wrong = await call("PUT", `/${id}`, { batteryCapacity: 0 });
  expect(wrong.body.errors).toMatchObject([{ field: "batteryCapacity" }]);
  const changed = await call("PUT", `/${id}`, { registrationNumber: "KA 02" });
  expect(changed.body.data).toMatchObject({ ...told, registrationNumber: "KA 02", plate: "KA 02" });
  expect((await call("PATCH", `/${id}/set-default`)).body.data.id).toBe(id);
  expect((await call("DELETE", `/${id}`)).status).toBe(200);
});
