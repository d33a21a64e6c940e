import { describe, expect, it } from "vitest";

import type { ImportStations } from "@/lib/sites/stations";

import { afdcFile, afdcRow, ocpiLocation } from "../../../support/station-files";
import { makeBusiness } from "../../../support/world";
import { importing } from "./importing";

// F2 and F8 of ../shared/cases/README.md: what a file says is kept whole, or it is told what was not.

const { db, take, stored } = await importing();
const { id: businessId } = await makeBusiness(db);

/** A file of one AFDC row, with other columns or other values. */
const afdc = (id: string, over?: Readonly<Record<string, string>>) =>
  afdcFile([afdcRow(id, over)], "\t");

/** A file of one OCPI location. */
const ocpi = (id: string, over?: object) => JSON.stringify([ocpiLocation(id, over)]);

const textsOf = (notes: readonly { text: string }[] = []) => notes.map(({ text }) => text);

/** Imports twice: the second run has nothing to do, and tells the same. */
async function told(source: string, over: Omit<ImportStations, "source"> = {}) {
  const first = await take({ source, ...over });
  expect(first.counts).toMatchObject({ created: 1, refused: 0 });
  const second = await take({ source, ...over });
  expect(second.counts).toMatchObject({ unchanged: 1, updated: 0, refused: 0 });
  expect(second.rows[0]?.notes).toEqual(first.rows[0]?.notes);
  return { row: textsOf(first.rows[0]?.notes), file: textsOf(first.notes) };
}

const shortened = (fields: string) => [`These were too long and were shortened: ${fields}.`];
const emojiAt = (longest: number) => `${"x".repeat(longest - 1)}😀😀`;
const endsWhole = /😀$/u;

describe("F2, a text that is too long is cut between characters, and told", () => {
  it.each([
    ["Station Name", "name", 160],
    ["EV Network", "network", 80],
    ["Station Phone", "phone", 40],
    ["Access Days Time", "hoursNote", 1_000],
  ] as const)("%s", async (column, field, longest) => {
    const id = `C-${field}`;
    expect((await told(afdc(id, { [column]: emojiAt(longest) }))).row).toEqual(shortened(column));
    const kept = (await stored(id))[field] ?? "";
    expect(kept).toBe(`${"x".repeat(longest - 1)}😀`);
  });

  it("an address with its town", async () => {
    const { row } = await told(afdc("C-address", { "Street Address": emojiAt(300) }));
    expect(row).toEqual(shortened("Street Address"));
    expect((await stored("C-address")).address).toMatch(endsWhole);
  });

  it("a description of more lines than are kept", async () => {
    const long = { "EV Pricing": emojiAt(992), "EV Other Info": emojiAt(1_200) };
    const lines = { ...long, "Intersection Directions": emojiAt(600) };
    expect((await told(afdc("C-lines", lines))).row).toEqual(
      shortened("EV Other Info, description"),
    );
    const { description } = await stored("C-lines");
    const units = new Intl.Segmenter("en").segment(description ?? "");
    expect([...units]).toHaveLength(2_000);
    expect(description).toMatch(/^Price: x+😀😀\nDirections: x+😀😀\nAlso: x+$/u);
  });

  it("a description of one line of long signs", async () => {
    const thumb = "👍🏽";
    const { row } = await told(afdc("C-thumbs", { "EV Pricing": thumb.repeat(1_100) }));
    expect(row).toEqual(shortened("EV Pricing"));
    expect((await stored("C-thumbs")).description).toBe(`Price: ${thumb.repeat(993)}`);
  });

  it("of a location", async () => {
    const over = { name: emojiAt(160), address: emojiAt(300), help_phone: emojiAt(40) };
    const { row } = await told(ocpi("C1", { ...over, operator: { name: emojiAt(80) } }));
    expect(row).toEqual(shortened("name, address, help_phone, operator.name"));
    const { name, address, phone, network } = await stored("NL*TST*C1");
    for (const text of [name, address, phone, network]) expect(text).toMatch(endsWhole);
  });

  it("half a character is one sign in whatever is kept", async () => {
    const half = "x \ud83d";
    const over = { name: half, address: half, help_phone: half, operator: { name: half } };
    await told(ocpi("H1", over));
    const whole = "x \ufffd";
    expect(await stored("NL*TST*H1")).toMatchObject({
      name: whole,
      address: whole,
      phone: whole,
      network: whole,
    });
    await told(afdc("H2", { "EV Pricing": half, "Access Days Time": half }));
    expect(await stored("H2")).toMatchObject({
      description: `Price: ${whole}`,
      hoursNote: whole,
    });
  });

  it("half a character is one sign in why a row is refused", async () => {
    const fuel = await take({ source: afdc("H3", { "Fuel Type Code": "L\ud83d" }) });
    expect(fuel.rows[0]?.why).toBe("It sells L\ufffd, not electricity.");
    const status = await take({ source: afdc("H4", { "Status Code": "\ude00x".repeat(20_000) }) });
    expect(status.rows[0]?.why).toMatch(/^The status code (?:\ufffdX?x?)+/iu);
    expect(status.rows[0]?.why?.length).toBeLessThanOrEqual(16_000);
  });
});

describe("F8, nothing goes in silence", () => {
  const times = (period_begin: string, period_end: string) => ({
    weekday: 1,
    period_begin,
    period_end,
  });
  const overlapping = {
    opening_times: { regular_hours: [times("08:00", "12:00"), times("11:00", "18:00")] },
  };
  const asWords = (hours: string) => [
    `Its hours could not be made into a schedule. They are kept as words: ${hours}.`,
  ];

  it("hours that overlap, of a listed station and of a business's", async () => {
    const words = asWords("Mon 08:00–12:00, 11:00–18:00");
    expect((await told(ocpi("O1", overlapping))).row).toEqual(words);
    expect((await told(ocpi("O2", overlapping), { businessId })).row).toEqual(words);
  });

  it("hours that make no schedule, where a business needs one", async () => {
    const dusk = { "Access Days Time": "Dawn to dusk" };
    expect((await told(afdc("O3", dusk), { businessId })).row).toEqual(asWords("Dawn to dusk"));
    expect((await told(afdc("O4", dusk))).row).toEqual([]);
    expect((await stored("O4")).hoursNote).toBe("Dawn to dusk");
  });

  it("charging places without connectors, but not those that were removed", async () => {
    const [plug] = [{ connectors: [{ standard: "IEC_62196_T2" }] }];
    const bare = { status: "AVAILABLE" };
    const gone = { status: "REMOVED" };
    const evses = [plug, bare, { ...bare, connectors: [] }, gone];
    expect((await told(ocpi("P1", { evses }))).row).toEqual([
      "Charging places without a connector were left out: 2.",
    ]);
    expect((await told(ocpi("P2", { evses: [plug, bare] }))).row).toEqual([
      "Charging places without a connector were left out: 1.",
    ]);
    expect((await told(ocpi("P3", { evses: [plug, gone] }))).row).toEqual([]);
  });

  it("connectors that fit none of the places that a row counts", async () => {
    const plugs = { "EV Connector Types": "J1772 CHADEMO J1772COMBO" };
    expect((await told(afdc("P4", plugs))).row).toEqual([
      "These connectors belong to no charging place that the row counts, so they were left out: CHADEMO, J1772COMBO.",
    ]);
    expect((await told(afdc("P5", { ...plugs, "EV DC Fast Count": "1" }))).row).toEqual([]);
  });

  it("fields within whatever of a location is read", async () => {
    const regular = { ...times("08:00", "12:00"), remark: "x" };
    const over = {
      operator: { name: "Grid", website: "https://grid.example", logo: null },
      coordinates: { latitude: 51.887654, longitude: 5.434321, altitude: 3 },
      opening_times: { regular_hours: [regular], note: "x" },
    };
    const { file } = await told(ocpi("U1", over));
    expect(file).toEqual([
      "The file also holds these, which are not kept: coordinates.altitude, operator.website, opening_times.note, opening_times.regular_hours.remark.",
    ]);
  });
});
