import { expect, it } from "vitest";

import { type ChangeWords, shownChanges } from "@/components/audit/audit-words";

const words: ChangeWords = {
  field: () => undefined,
  value: (value) => (typeof value === "boolean" ? (value ? "yes" : "no") : undefined),
  number: String,
  money: ({ amount, currency }) => `${currency} ${amount}`,
  instant: (at) => at.toISOString().slice(0, 10),
  day: (date) => `the ${date.slice(8)}`,
  hours: (from, to) => `${from}–${to}`,
  onDay: (day, facts) => `${day}: ${facts}`,
  count: (count) => `${count} of them`,
};
const id = "0190a000-0000-7000-8000-000000000001";
const hold = {
  id,
  startsAt: "2026-07-01T16:00:00Z",
  endsAt: "2026-07-02T16:00:00Z",
  connectors: 1,
  connectorIds: null,
  reason: "Cable",
};

it.each([
  [
    "leaves out what a new thing lacks",
    { hold: [null, hold] },
    [["hold", null, "starts at: 2026-07-01; ends at: 2026-07-02; connectors: 1; reason: Cable"]],
  ],
  [
    "leaves out facts that are none",
    { paid: null, notes: "", stationIds: [], kept: 1 },
    [["kept", null, "1"]],
  ],
  [
    "says of two things what differs, part by part",
    { hold: [hold, { ...hold, connectors: 2, reason: null }] },
    [
      ["hold connectors", "1", "2"],
      ["hold reason", "Cable", "–"],
    ],
  ],
  ["says nothing of things that are the same", { hold: [hold, hold] }, []],
  ["says what went", { phone: ["1", null] }, [["phone", "1", "–"]]],
  [
    "says money with its currency, also within a thing",
    {
      lateFee: { amount: "4.00", currency: "USD" },
      estimate: [
        { amount: "4.36", currency: "USD" },
        { amount: "8.72", currency: "USD" },
      ],
      pricing: [null, { mode: "Flat", fee: { amount: "500", currency: "JPY" }, perKwh: null }],
    },
    [
      ["late fee", null, "USD 4.00"],
      ["estimate", "USD 4.36", "USD 8.72"],
      ["pricing", null, "mode: Flat; fee: JPY 500"],
    ],
  ],
  [
    "says of a date what holds on it, hours without a name and what is so without a yes",
    {
      exceptions: [
        [],
        [
          { date: "2026-12-04", closed: true, windows: [] },
          { date: "2026-12-05", closed: false, windows: [{ start: "08:00", end: "12:00" }] },
        ],
      ],
    },
    [["exceptions", null, "the 04: closed, the 05: 08:00–12:00"]],
  ],
  [
    "says of things that have ids alone how many there are, and nothing of one",
    { stationIds: [[id], [id, id, id]], bookingId: id, businessId: [null, id] },
    [["station ids", "1 of them", "3 of them"]],
  ],
])("an audit %s", (_, changes, expected) => {
  const shown = shownChanges(changes, words);
  expect(shown.map(({ field, before, after }) => [field, before, after])).toEqual(expected);
});

it("an audit says a fact of many parts by each of them, about one whole", () => {
  const names = [
    "leadMinutes",
    "graceMinutes",
    "holdMinutes",
    "slotDays",
    "retryHours",
    "taxPercent",
  ];
  const figures = Object.fromEntries(names.map((name, index) => [name, index + 1]));
  const shown = shownChanges({ figures }, words);
  expect(shown).toHaveLength(names.length);
  expect(shown[0]).toEqual({
    about: "figures",
    field: "figures lead minutes",
    before: null,
    after: "1",
  });
  expect(new Set(shown.map(({ about }) => about))).toEqual(new Set(["figures"]));
});
