import { expect, it } from "vitest";

import { readTold } from "@/components/exceptions/read-told";

it("reads what a phone sent with its act, by any of the names that acts have", () => {
  const payment = { mode: "cash", amount: 20 };
  expect(readTold({ kWh: "12.5", payment, minutes: 25, notes: "Wet cable." })).toEqual({
    kWh: 12.5,
    minutes: 25,
    payment: { mode: "cash", amount: "20" },
    note: "Wet cable.",
    chargesFee: false,
  });
  expect(readTold({ addNote: "Left door." })).toMatchObject({ note: "Left door." });
  expect(readTold({ reason: "Smoke", chargeFee: true })).toMatchObject({
    reason: "Smoke",
    chargesFee: true,
  });
  expect(readTold({ override: { reason: "Knows the driver" } })).toMatchObject({
    reason: "Knows the driver",
  });
});

it("leaves out what is kept in a form of another version, and what was erased", () => {
  expect(readTold({ kWh: { odd: 1 }, payment: "cash", addNote: 7, paused: true })).toEqual({
    chargesFee: false,
  });
  expect(readTold({ kWh: "?" }).kWh).toBeUndefined();
});
