import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

import { settingDefinitions, settingNames, type SettingName } from "@/lib/words";

import { testDatabase } from "../../../support/database";
import * as booking from "./booking-rules";
import * as other from "./other-rules";
import { setScene, type Layer, type Scene, type Value } from "./scene";

const { db } = await testDatabase();

/** Values for each layer, the farthest first and none alike, and each rule that reads the setting. */
interface Row {
  readonly values: readonly [Value, Value, Value, Value];
  /** Rule → the value that it goes by, as its behaviour shows. */
  readonly rules: Readonly<Record<string, (scene: Scene) => Promise<unknown>>>;
  /** Rules that go by the layers up to the business's alone, though stations may have their own. */
  readonly farther?: Readonly<Record<string, (scene: Scene) => Promise<unknown>>>;
}

const part =
  <T extends object, K extends keyof T>(rule: (scene: Scene) => Promise<T>, name: K) =>
  async (scene: Scene) =>
    (await rule(scene))[name];

/** A setting without a row does not compile. */
const rows: Record<SettingName, Row> = {
  maxDaysAhead: { values: [2, 3, 4, 5], rules: { create: booking.daysAhead } },
  leadMinutes: { values: [11, 12, 13, 14], rules: { create: booking.leadOf } },
  maxSlotsPerBooking: { values: [5, 6, 7, 8], rules: { create: booking.mostSlots } },
  changeCutoffMinutes: {
    values: [60, 120, 180, 240],
    rules: { cancel: booking.cancelCutoff, modify: booking.modifyCutoff },
  },
  checkInBeforeMinutes: {
    values: [5, 10, 20, 25],
    rules: { "the QR code": part(booking.windowOf, "before") },
  },
  checkInAfterMinutes: {
    values: [5, 10, 20, 25],
    rules: { "the QR code": part(booking.windowOf, "after") },
  },
  noShowAfterMinutes: { values: [3, 4, 5, 6], rules: { "the job": booking.noShowAfter } },
  offerMinutes: { values: [7, 8, 9, 11], rules: { "an offer": booking.offerOf } },
  alternativeMinutes: {
    values: [1, 3, 4, 5],
    rules: { "an alternative": booking.alternativeOf },
  },
  alternativesPerHour: {
    values: [0, 1, 2, 4],
    rules: { "an alternative": booking.alternativesOf },
  },
  reviewWindowDays: { values: [3, 5, 7, 9], rules: { "a review": other.reviewedFor } },
  lateMinutes: { values: [20, 25, 35, 40], rules: { "who is late": booking.lateFor } },
  lateBeforeMinutes: { values: [10, 20, 40, 50], rules: { "who is late": booking.lateFrom } },
  walkIns: { values: [false, true, false, true], rules: { "a walk-up": booking.takesWalkUps } },
  reserveLeadMinutes: { values: [20, 25, 30, 35], rules: { "a walk-up": booking.reserveLead } },
  requireNic: {
    values: [true, false, true, false],
    rules: { create: booking.needsNic },
  },
  bookingLimitPerUser: {
    values: [61, 62, 63, 64],
    rules: { "the limit": other.limitOf("bookingWrite") },
  },
  defaultSlotMinutes: {
    values: [15, 20, 30, 120],
    rules: {
      "a new station": part(other.stationDefaults, "slotMinutes"),
      "an imported station": part(other.importDefaults, "slotMinutes"),
    },
  },
  defaultApproval: {
    values: ["Auto", "Manual", "Auto", "Manual"],
    rules: {
      "a new station": part(other.stationDefaults, "approval"),
      "an imported station": part(other.importDefaults, "approval"),
    },
  },
  defaultCurrency: {
    values: ["EUR", "GBP", "CHF", "JPY"],
    rules: {
      "a price": part(other.tariffDefaults, "currency"),
      "a draft": part(other.shownDefaults, "currency"),
      "a new station": part(other.stationDefaults, "currency"),
    },
  },
  defaultTaxPercent: {
    values: [1, 2.5, 3, 4.125],
    rules: {
      "a price": part(other.tariffDefaults, "taxPercent"),
      "a draft": part(other.shownDefaults, "taxPercent"),
    },
    farther: { "a new station": part(other.stationDefaults, "taxPercent") },
  },
  ocpiCountryCode: {
    values: ["NL", "DE", "FR", "GB"],
    rules: { "a charge detail record": part(other.partyOf, "country") },
  },
  ocpiPartyId: {
    values: ["AAA", "BBB", "CCC", "DDD"],
    rules: { "a charge detail record": part(other.partyOf, "party") },
  },
  kwhPer100Km: {
    values: [15, 16, 17, 19.5],
    rules: { "energy reports": part(other.co2BasisOf, "kwhPer100Km") },
  },
  petrolGramsPerKm: {
    values: [120, 130, 140, 150],
    rules: { "energy reports": part(other.co2BasisOf, "petrolGramsPerKm") },
  },
  gridGramsPerKwh: {
    values: [0, 100, 200, 300],
    rules: { "energy reports": part(other.co2BasisOf, "gridGramsPerKwh") },
  },
  co2Source: {
    values: ["The maker", "The platform", "Our grid", "Our meter"],
    rules: { "energy reports": other.co2SourceOf },
  },
  phoneCountry: {
    values: ["LK", "GB", "DE", "JP"],
    rules: { "a phone of a station": other.phoneCountryOf },
  },
  slotHorizonDays: {
    values: [3, 4, 5, 6],
    rules: {
      building: other.builtDays,
      previews: other.previewedDays,
      moves: booking.moveHorizon,
      "the times to move to": booking.moveTimesHorizon,
    },
  },
  contentNoticeDays: { values: [15, 16, 17, 18], rules: { "changed terms": other.noticeDays } },
  idempotencyDays: { values: [3, 4, 5, 6], rules: { "cleaning up": other.keptDays } },
  accessTokenMinutes: { values: [5, 6, 7, 8], rules: { login: part(other.tokenLives, "access") } },
  // Longer than a refresh token lives, so that the row of those says theirs.
  deletionGraceDays: {
    values: [3, 4, 5, 6],
    rules: { "a deleted account": other.graceOf },
  },
  sessionDays: { values: [31, 32, 33, 34], rules: { login: part(other.tokenLives, "session") } },
  refreshTokenDays: { values: [3, 4, 5, 6], rules: { login: part(other.tokenLives, "refresh") } },
  invitationHours: {
    values: [3, 4, 5, 6],
    rules: { "a link": part(other.linkLives, "invitation") },
  },
  passwordResetMinutes: {
    values: [11, 12, 13, 14],
    rules: { "a link": part(other.linkLives, "reset") },
  },
  // The tightest bucket of the two is the one that is told.
  loginLimitPerAccount: {
    values: [3, 4, 5, 6],
    rules: { "the limit": other.triesAllowed },
  },
  loginLimitPerAddress: { values: [3, 4, 5, 6], rules: { "the limit": other.limitOf("login") } },
  signUpLimitPerAddress: { values: [3, 4, 5, 6], rules: { "the limit": other.limitOf("signUp") } },
  requestLimit: { values: [601, 602, 603, 604], rules: { "the limit": other.limitOf("default") } },
};

// Limits keep what the platform says for some seconds of the process's own clock.
let moved = 0;
beforeAll(() => {
  vi.useFakeTimers({ toFake: ["Date"] });
});
afterAll(() => {
  vi.useRealTimers();
});

const layersOf = (name: SettingName): Layer[] => [
  "Environment",
  "Platform",
  ...settingDefinitions[name].overridableBy,
];

async function observed(
  name: SettingName,
  layers: readonly Layer[],
  rule: (scene: Scene) => Promise<unknown>,
) {
  moved += 10_000;
  vi.setSystemTime(Date.now() + moved);
  const { values } = rows[name];
  const said = Object.fromEntries(layers.map((layer, index) => [layer, values[index]]));
  const decoy = values.find((value) => value !== values[layers.length - 1]) ?? values[0];
  return rule(await setScene(db, name, said, decoy));
}

describe.each(settingNames)("%s", (name) => {
  const { rules, farther = {}, values } = rows[name];
  const layers = layersOf(name);

  it.each(Object.keys(rules))("rules %s by its default, and by the nearest layer", async (rule) => {
    const observe = rules[rule] ?? (() => Promise.reject(new Error("no such rule")));
    const byDefault = settingDefinitions[name].default;
    const plain = await observed(name, [], observe);
    // Where nothing stands in the way, nothing is refused.
    if (name !== "leadMinutes") expect(plain).toBe(byDefault);
    for (let count = 1; count <= layers.length; count += 1) {
      const nearest = layers.slice(0, count);
      expect(`${nearest.at(-1)}: ${await observed(name, nearest, observe)}`).toBe(
        `${nearest.at(-1)}: ${values[count - 1]}`,
      );
    }
  });

  it.each(Object.keys(farther))("rules %s as far as its business says", async (rule) => {
    const observe = farther[rule] ?? (() => Promise.reject(new Error("no such rule")));
    const nearest = layers.filter((layer) => layer !== "Station");
    expect(await observed(name, nearest, observe)).toBe(values[nearest.length - 1]);
  });
});
