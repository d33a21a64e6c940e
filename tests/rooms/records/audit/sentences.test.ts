import { expect, it } from "vitest";

import { untold } from "@/components/audit/sentence-facts";

import { sentenceOnPage } from "../../../support/audit-page";

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
    "Ann created the account of BK-1 as Operator",
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
