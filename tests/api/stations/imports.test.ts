import { describe, expect, it } from "vitest";

import { testApi } from "../../support/api";
import { afdcFile, afdcRow, ocpiLocation } from "../../support/station-files";
import { makeBusiness, makeUser } from "../../support/world";

const api = await testApi();
const { id: businessId } = await makeBusiness(api.db);
const office = await makeUser(api.db, "Backoffice", { businessId });
let serial = 0;
const row = (name = "Pier") => afdcRow(`F11-${(serial += 1)}`, { "Station Name": name });
const csv = () => `${afdcFile([row()])}\n`;
const path = "/api/v1/stations/import?dryRun=true";

function formOf(name: string, type: string, text: string | Uint8Array<ArrayBuffer>): FormData {
  const form = new FormData();
  form.set("file", new File([text], name, { type }));
  return form;
}

describe("F11, a file is what is in it", () => {
  it.each([
    ["a.csv", "application/octet-stream"],
    ["a.csv", ""],
    ["stations", "application/vnd.ms-excel"],
    ["a.json", "application/json"],
    ["photo.png", "image/png"],
  ])("as %s of type %j in a form, as curl sends it", async (name, type) => {
    const { status, body } = await api.call("POST", path, {
      as: office,
      body: formOf(name, type, csv()),
    });
    expect(status).toBe(200);
    expect(body.data).toMatchObject({ counts: { created: 1 }, untold: 0, notes: [] });
  });

  it.each(["application/x-www-form-urlencoded", "text/csv; charset=utf-8", "application/json", ""])(
    "as the body itself of type %j",
    async (type) => {
      const sent = { as: office, headers: { "content-type": type }, body: csv() };
      const { status, body } = await api.call("POST", path, sent);
      expect(status).toBe(200);
      expect(body.data.counts.created).toBe(1);
    },
  );

  it("what is none is refused by what is in it, whatever it is called", async () => {
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const refused = await api.call("POST", path, {
      as: office,
      body: formOf("a.csv", "text/csv", png),
    });
    expect(refused).toMatchObject({ status: 422, body: { code: "import.unreadable" } });
    expect(refused.body.message).toContain("Save it as CSV in UTF-8");
  });
});

it("F4: a request with a key keeps every row but the broken one, too, and its batches end one by one", async () => {
  await api.db.execute(`alter table stations add constraint unlucky check (name <> 'Unlucky')`);
  try {
    const sent = {
      as: office,
      headers: { "content-type": "text/csv", "idempotency-key": "f4-keyed" },
      body: afdcFile(["Lucky", "Unlucky", "Fine"].map(row)),
    };
    const first = await api.call("POST", "/api/v1/stations/import", sent);
    expect(first.status).toBe(200);
    expect(first.body.data).toMatchObject({ counts: { created: 2, refused: 1 } });
    expect(first.body.data.rows[1]).toMatchObject({ row: 3, code: "row_not_kept" });
    const again = await api.call("POST", "/api/v1/stations/import", sent);
    expect(again.body.data.counts).toMatchObject({ unchanged: 2, refused: 1 });
    expect(again.headers.get("idempotency-replayed")).toBeNull();
  } finally {
    await api.db.execute(`alter table stations drop constraint unlucky`);
  }
});

describe("F2: a report is sound text whatever it quotes, with a key and at the second run", () => {
  const halved = (longest: number) => `${"x".repeat(longest - 1)}😀 end`;
  const plan = { period_begin: halved(88), status: "REMOVED" };

  it.each<[string, object, "created" | "refused", string]>([
    ["a field with NUL in its name", { "x\0y": 1 }, "refused", "x y: "],
    ["a field with half a character in its name", { "x\ud83d": 1 }, "created", "x\ufffd"],
    ["half a character as the zone", { time_zone: "x\ud83d" }, "refused", "time zone x\ufffd."],
    ["a long exceptional opening", hoursOf(halved(80)), "created", `${"x".repeat(79)}😀`],
    ["a long state", evsesOf({ status: halved(40) }), "created", `${"X".repeat(39)}😀`],
    ["a long plan", evsesOf({ status_schedule: [plan] }), "created", "x😀."],
    ["half a state", evsesOf({ status: "x\ud83d" }), "created", "X\ufffd"],
  ])("%s", async (name, over, outcome, quoted) => {
    const sent = {
      as: office,
      headers: { "content-type": "application/json", "idempotency-key": name.replaceAll(" ", "-") },
      body: JSON.stringify([ocpiLocation(`K-${(serial += 1)}`, over)]),
    };
    const first = await api.call("POST", "/api/v1/stations/import", sent);
    expect(first).toMatchObject({ status: 200, body: { data: { counts: { [outcome]: 1 } } } });
    const texts = JSON.stringify(first.body.data);
    expect(texts).toContain(quoted);
    expect(texts).not.toMatch(/\\u(0000|d[89a-f])/);
    const again = await api.call("POST", "/api/v1/stations/import", sent);
    const same = outcome === "created" ? "unchanged" : outcome;
    expect(again.body.data).toEqual({
      ...first.body.data,
      counts: expect.objectContaining({ [same]: 1 }),
      rows: [{ ...first.body.data.rows[0], outcome: same }],
    });
  });

  function hoursOf(period_begin: string) {
    const period = { period_begin, period_end: "later" };
    return { opening_times: { exceptional_openings: [period] } };
  }
  function evsesOf(evse: object) {
    return { evses: [{ ...evse, connectors: [{ standard: "IEC_62196_T2" }] }] };
  }
});
