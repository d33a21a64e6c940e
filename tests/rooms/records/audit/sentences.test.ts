import { expect, it } from "vitest";

import { untold } from "@/components/audit/sentence-facts";
import { catalogueOf } from "@/lib/words/say";

import { changesOnPage, sentenceOnPage, stepOnPage } from "../../../support/audit-page";

const at = (clock: string) => `2026-07-01T${clock}:00Z`;
const hold = { startsAt: at("16:00"), endsAt: at("18:00"), connectors: 2, reason: "Cable" };

it.each([
  [
    { entity: "Booking", action: "Approve", to: "Approved", changes: null },
    "Ann approved the booking BK-1",
  ],
  [
    {
      entity: "Booking",
      action: "Create",
      to: "Pending",
      changes: { startsAt: at("16:00"), endsAt: at("17:00") },
    },
    "Ann made the booking BK-1 for Jul 1, 2026, 16:00 – 17:00 UTC",
  ],
  [
    {
      entity: "Booking",
      action: "Move",
      to: "Approved",
      changes: {
        startsAt: [at("16:00"), at("18:00")],
        endsAt: [at("17:00"), at("19:00")],
      },
    },
    "Ann moved the booking BK-1 from Jul 1, 2026, 16:00 – 17:00 to Jul 1, 2026, 18:00 – 19:00 UTC",
  ],
  [
    { entity: "Booking", action: "Conflict", to: null, changes: { conflict: "OverCapacity" } },
    "After a change by Ann, the booking BK-1 no longer fits: Too few places",
  ],
  [
    { entity: "Station", action: "AddHold", to: null, changes: { hold: [null, hold] } },
    "Ann closed 2 places of the station BK-1 for maintenance, Jul 1, 2026, 16:00 – 18:00 UTC",
  ],
  [
    { entity: "Station", action: "RemoveHold", to: null, changes: { hold: [hold, null] } },
    "Ann ended maintenance at the station BK-1 that was for Jul 1, 2026, 16:00 – 18:00 UTC",
  ],
  [
    { entity: "Station", action: "SetStatus", to: "OutOfOrder", changes: null },
    "Ann set the station BK-1 to “Out of order”",
  ],
  [
    { entity: "Station", action: "Import", to: null, changes: { sessions: 95 } },
    "Ann imported 95 past sessions of the station BK-1",
  ],
  [
    { entity: "Station", action: "Import", to: null, changes: { address: ["1", "2"] } },
    "Ann imported the station BK-1",
  ],
  [
    { entity: "User", action: "Create", to: "Active", changes: { role: "Operator" } },
    "Ann created the account of BK-1 as Station operator",
  ],
  [
    {
      entity: "Setting",
      action: "Set",
      to: "Business",
      changes: { leadMinutes: [null, 5], graceMinutes: [1, 2] },
    },
    "Ann changed 2 settings of the business BK-1",
  ],
  // Of before, or of a room that is no more.
  [{ entity: "Station", action: "Paint", to: null, changes: null }, "Ann: Paint Station BK-1"],
])("a record is told as a sentence: %o", (deed, sentence) => {
  const said = sentenceOnPage(deed, "Ann", "BK-1").replaceAll(/\s+/g, " ").trim();
  expect(said.replaceAll(" ", " ")).toBe(sentence);
});

it("on the thing's own page its name is not said again", () => {
  const deed = { entity: "Booking", action: "Approve", to: "Approved", changes: null };
  expect(sentenceOnPage(deed, "Ann").trim()).toBe("Ann approved the booking");
});

it("what the sentence tells is not listed again, the rest is", () => {
  const changes = { startsAt: at("16:00"), endsAt: at("17:00"), standard: "CCS2" };
  expect(untold({ entity: "Booking", action: "Create", changes })).toEqual({ standard: "CCS2" });
  expect(untold({ entity: "Booking", action: "Late", changes })).toEqual(changes);
  expect(untold({ entity: "Booking", action: "Create", changes: null })).toBeNull();
});

it.each(["deeds", "entities"] as const)("the filter of %s says each word once", (list) => {
  const said = Object.values(catalogueOf("en").audits[list]);
  expect(said.filter((word, at) => said.indexOf(word) !== at)).toEqual([]);
});

it("a charge is said in one word, be it of its session or of its booking", () => {
  const [session, booking] = (["Session", "Booking"] as const).map((entity) => {
    const from = entity === "Session" ? "Active" : "InProgress";
    return stepOnPage({ entity, from, to: "Completed", reason: null }).trim();
  });
  expect(session).toMatch(/^Charging\s.*Completed$/);
  expect(session).toBe(booking);
  expect(stepOnPage({ entity: "User", from: null, to: "Active", reason: null })).toContain(
    "Active",
  );
});

it("a phone stands as people write it, and what is none as it is", () => {
  const told = changesOnPage({ phone: ["+18887584389", "+12125550199"] });
  expect(told).toContain("+1 212 555 0199");
  expect(told).toContain("+1 888 758 4389");
  expect(changesOnPage({ phone: "erased" })).toContain("erased");
});
