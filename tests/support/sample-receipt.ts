import type { IssuedLine, IssuedReceipt } from "@/lib/charging/sessions/schema";

import type { Names } from "./scripts-of-the-world";

/** A receipt as it is kept, of an hour and five minutes in July, with these names and lines. */
export function sampleReceipt(names: Names, lines?: readonly IssuedLine[]): IssuedReceipt {
  const { currency } = names;
  const money = (amount: string) => ({ amount, currency });
  return {
    number: "R-7F3K7C-2026-000001",
    issuedAt: "2026-07-01T16:05:00.000Z",
    sessionId: "0190a000-0000-7000-8000-000000000001",
    bookingNumber: "BK-7F3K-29QD",
    business: { name: names.business, address: names.address, taxId: "12-3456789" },
    owner: { name: names.owner, vehiclePlate: names.vehicle },
    station: { name: names.station, address: names.stationAddress, timeZone: names.timeZone },
    connectorNumber: 2,
    startedAt: "2026-07-01T15:00:00.000Z",
    endedAt: "2026-07-01T16:05:00.000Z",
    minutes: 65,
    kWh: 18.2,
    lines: [
      ...(lines ?? [
        { kind: "Energy", values: { kWh: 18.2, perKwh: money("0.45") }, amount: money("8.19") },
        { kind: "MinimumFee", values: { minimumFee: money("10.00") }, amount: money("1.81") },
      ]),
    ],
    subtotal: money("10.00"),
    taxPercent: 8.875,
    tax: money("0.89"),
    total: money("10.89"),
    payment: { mode: "card", amount: money("20.00"), due: money("0.00"), change: money("9.11") },
  };
}
