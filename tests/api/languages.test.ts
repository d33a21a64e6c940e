import { beforeAll, expect, it } from "vitest";

import { messages as marked } from "@/components/i18n/messages/en-XA";

import { type TestApi, testApi } from "../support/api";
import { makeBusiness, makeUser } from "../support/world";

// en-XA is English with marks: whatever comes without them is from no catalogue.
const inMarks = { "accept-language": "en-XA" };
let api: TestApi;
beforeAll(async () => {
  api = await testApi();
});

it("a refusal and its fields are told in the language that the request asks for", async () => {
  const login = (headers: Record<string, string>) =>
    api.call("POST", "/api/v1/auth/login", { headers, body: { password: "", colour: "red" } });
  const said = await login(inMarks);
  expect(said.headers.get("content-language")).toBe("en-XA");
  const { refusals, faults } = marked.rules;
  expect(said.body).toMatchObject({
    code: "request.invalid",
    message: refusals.request.invalid,
    errors: [
      { field: "username", code: "missing", message: faults.missing },
      { field: "password", code: "empty", message: faults.empty },
      { field: "colour", code: "unknown_field", message: faults.unknown_field },
    ],
  });
  const english = await login({ "accept-language": "si, fr;q=0.5" });
  expect(english.headers.get("content-language")).toBe("en");
  expect(english.body.message).toBe("Some fields are missing or not as they should be.");
  expect(english.body.errors.map(({ code }: { code: string }) => code)).toEqual(
    said.body.errors.map(({ code }: { code: string }) => code),
  );
});

it("the account's language goes before the browser's", async () => {
  const owner = await makeUser(api.db, "EvOwner", { locale: "en-XA" });
  const answer = await api.call("GET", "/api/v1/users", {
    as: owner,
    headers: { "accept-language": "en" },
  });
  expect(answer.status).toBe(403);
  expect(answer.body.message).toBe(marked.rules.refusals.request.forbidden);
});

it("a token that does not hold, an address and a method that are none are told so too", async () => {
  const headers = { ...inMarks, authorization: "Bearer nothing" };
  const { auth, request } = marked.rules.refusals;
  expect((await api.call("GET", "/api/v1/users", { headers })).body.message).toBe(
    auth.token_invalid,
  );
  expect((await api.call("GET", "/api/Nowhere", { headers: inMarks })).body.message).toBe(
    request.not_found,
  );
  const method = await api.call("DELETE", "/api/v1/users", { headers: inMarks });
  expect(method.status).toBe(405);
  expect(method.body.message).toBe(request.method.replace("{allowed}", "GET"));
  expect(method.body.details).toEqual({ allowed: ["GET"] });
});

it("an imported file's rows and settings' helps are told in it", async () => {
  const { id: businessId } = await makeBusiness(api.db);
  const office = await makeUser(api.db, "Backoffice", { businessId });
  const body = JSON.stringify([{ id: "1", country: "US", address: "", coordinates: {} }]);
  const sent = { as: office, headers: { ...inMarks, "content-type": "application/json" }, body };
  const { body: report } = await api.call("POST", "/api/v1/stations/import?dryRun=true", sent);
  expect(report.data.rows).toEqual([
    {
      row: 1,
      key: "1",
      outcome: "refused",
      code: "degrees",
      why:
        `coordinates.latitude: ${marked.rules.faults.degrees} ` +
        `coordinates.longitude: ${marked.rules.faults.degrees}`,
    },
  ]);
  const { body: settings } = await api.call("GET", "/api/v1/settings", {
    as: office,
    headers: inMarks,
  });
  const helps = settings.data.settings.map(({ help }: { help: string }) => help);
  expect(helps).toContain(marked.rules.settings.leadMinutes);
});
