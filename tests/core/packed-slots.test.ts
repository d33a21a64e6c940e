import { expect, it } from "vitest";

import { packSlots, unpackSlots } from "@/components/station/group-days";

it("the slots of a day that does not show are the same again when it does", () => {
  const slots = [
    {
      startsAt: "2026-11-01T05:15:00.000Z",
      endsAt: "2026-11-01T05:30:00.000Z",
      remaining: 0,
      others: 2,
    },
    { startsAt: "2026-11-01T05:30:00.000Z", endsAt: "2026-11-01T07:00:00.000Z", remaining: 3 },
  ];
  expect(unpackSlots(packSlots(slots))).toEqual(slots);
  expect(unpackSlots(packSlots([]))).toEqual([]);
});
