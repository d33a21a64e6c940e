import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { audits } from "@/db/schema/audit";
import { settings } from "@/db/schema/settings";
import { readSettingLayer, setSettings } from "@/lib/records/settings";
import { getSettings } from "@/lib/records/settings/inside";
import { SetSettings } from "@/lib/records/settings/schema";
import { makeContext } from "@/lib/process/wiring";

import { testDatabase } from "../../../support/database";
import { fileClock } from "../../../support/file-clock";
import { makeBusiness, makeStation, makeUser, testConfig, testStart } from "../../../support/world";
import { refusal } from "../../people/accounts/setting";

const { db } = await testDatabase();
const clock = fileClock(testStart);
const config = { ...testConfig, settings: { leadMinutes: 5 } };
const business = await makeBusiness(db);
const other = await makeBusiness(db, "Mohawk Power");
const station = await makeStation(db, business.id);
const elsewhere = await makeStation(db, other.id);
const as = async (role: "SystemAdmin" | "Backoffice" | "Operator") => {
  const businessId = role === "SystemAdmin" ? undefined : business.id;
  return makeContext({ db, clock, config, actor: await makeUser(db, role, { businessId }) });
};
const admin = await as("SystemAdmin");
const office = await as("Backoffice");
const operator = await as("Operator");

const find = async (ctx: typeof admin, name: string, of = {}) =>
  (await readSettingLayer(ctx, of)).settings.find((setting) => setting.name === name);
const set = (ctx: typeof admin, input: unknown) => setSettings(ctx, SetSettings.parse(input));

describe("settings", () => {
  it("take the nearest layer: default, environment, platform, business, station", async () => {
    const of = { businessId: business.id, stationId: station.id };
    const lead = async () => (await getSettings(office, of)).leadMinutes;
    expect(await find(office, "leadMinutes", of)).toMatchObject({
      value: 5,
      source: "Environment",
    });
    await set(admin, { values: { leadMinutes: 10 } });
    expect(await lead()).toBe(10);
    await set(office, { values: { leadMinutes: 20 } });
    expect(await lead()).toBe(20);
    await set(office, { stationId: station.id, values: { leadMinutes: 30 } });
    expect(await lead()).toBe(30);
    expect(await find(office, "leadMinutes", { stationId: station.id })).toMatchObject({
      value: 30,
      source: "Station",
      layers: { default: 0, environment: 5, platform: 10, business: 20, station: 30 },
    });
    expect(await getSettings(office)).toMatchObject({ leadMinutes: 10 });
    await set(office, { stationId: station.id, values: { leadMinutes: null } });
    expect(await lead()).toBe(20);
  });

  it("that were set when they might be less count as none, and are no longer set so", async () => {
    const days = async () => (await getSettings(admin)).contentNoticeDays;
    await set(admin, { values: { contentNoticeDays: 20 } });
    expect(await days()).toBe(20);
    await db.update(settings).set({ value: 0 }).where(eq(settings.name, "contentNoticeDays"));
    expect(await days()).toBe(14);
    expect(await find(admin, "contentNoticeDays")).toMatchObject({
      value: 14,
      source: "Default",
      layers: { platform: null },
    });
    expect(SetSettings.safeParse({ values: { contentNoticeDays: 13 } }).success).toBe(false);
    await set(admin, { values: { contentNoticeDays: 14 } });
    expect(await find(admin, "contentNoticeDays")).toMatchObject({ source: "Platform" });
  });

  it("record what was set to what, once", async () => {
    await set(office, { values: { noShowAfterMinutes: 20 } });
    await set(office, { values: { noShowAfterMinutes: 20 } });
    await set(office, { values: { noShowAfterMinutes: null } });
    const deeds = await db.select().from(audits).where(eq(audits.entityId, business.id));
    const changes = deeds
      .map((deed) => deed.changes)
      .filter((one) => one && "noShowAfterMinutes" in one);
    expect(changes).toEqual([
      { noShowAfterMinutes: [null, 20] },
      { noShowAfterMinutes: [20, null] },
    ]);
  });

  it("are refused where the layer may not override them, all or none", async () => {
    const values = { leadMinutes: 99, accessTokenMinutes: 5 };
    expect(await refusal(set(office, { values }))).toBe(
      "setting.not_overridable @ values.accessTokenMinutes",
    );
    expect(await find(office, "leadMinutes")).toMatchObject({ value: 20 });
    expect(await refusal(set(admin, { values: { accessTokenMinutes: 30 } }))).toBe("done");
    const platform = { scope: "Platform", values: { leadMinutes: 1 } };
    expect(await refusal(set(office, platform))).toBe("setting.scope @ scope");
  });

  it("of others are not found, and Operators have none", async () => {
    const foreign = { stationId: elsewhere.id };
    expect(await refusal(readSettingLayer(office, foreign))).toBe("station.not_found");
    expect(await refusal(readSettingLayer(office, { businessId: other.id }))).toBe(
      "business.not_found",
    );
    expect(await refusal(set(office, { ...foreign, values: { leadMinutes: 1 } }))).toBe(
      "station.not_found",
    );
    expect(await refusal(readSettingLayer(operator, {}))).toBe("request.forbidden");
    expect(await readSettingLayer(admin, foreign)).toMatchObject({ scope: "Station" });
  });

  it("say what does not fit, by name", () => {
    const wrong = (values: object) =>
      SetSettings.safeParse({ values }).error?.issues.map(({ path }) => path.join("."));
    expect(wrong({ maxDaysAhead: 15, noShowAfterMinutes: "x" })).toEqual([
      "values.maxDaysAhead",
      "values.noShowAfterMinutes",
    ]);
    expect(wrong({ defaultSlotMinutes: 50 })).toEqual(["values.defaultSlotMinutes"]);
    expect(wrong({ defaultSlotMinutes: 45 })).toBeUndefined();
    expect(wrong({ nonsense: 1, leadMinutes: 1 })).toEqual(["values"]);
    expect(wrong({})).toEqual(["values"]);
  });
});
