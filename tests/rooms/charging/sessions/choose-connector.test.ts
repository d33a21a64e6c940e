import { describe, expect, it } from "vitest";

import { chooseForWalkUp } from "@/lib/charging/sessions/choose-connector";
import { isAppError } from "@/lib/core/errors";
import type { Need } from "@/lib/sites/schedules/inside";

const ccs = "IEC_62196_T2_COMBO";
const chademo = "CHADEMO";
const place = (number: number, standards: readonly string[], busy = false) => ({
  id: String(number),
  number,
  standards,
  powerW: 50_000,
  plugPowersW: null,
  busy,
});
const anyone = {
  wishedConnectorId: null,
  need: {},
  group: undefined,
  weigh: () => 0 as const,
  early: null,
};

/** The number of the connector that the car gets, or why it gets none. */
function choose(
  places: readonly ReturnType<typeof place>[],
  coming: readonly Need[],
  given?: string,
  closing: readonly string[] = [],
): number | string {
  try {
    return chooseForWalkUp(places, anyone, { coming, given, closing: new Set(closing) }).number;
  } catch (error) {
    if (isAppError(error)) return error.code;
    throw error;
  }
}

describe("a car without a booking", () => {
  const mixed = [place(1, [chademo]), place(2, [ccs]), place(3, [ccs])];

  it("leaves the plug to the one who is about to come for it", () => {
    expect(choose(mixed, [])).toBe(1);
    expect(choose(mixed, [{ standards: [chademo] }])).toBe(2);
    expect(choose(mixed, [{ standards: [chademo] }], "1")).toBe("walkIn.place_needed");
    expect(choose(mixed, [{ standards: [chademo] }], "3")).toBe(3);
  });

  it("stands where it need not leave soon, among places that are alike", () => {
    expect(choose(mixed, [{ standards: [chademo] }], undefined, ["2"])).toBe(3);
    expect(choose(mixed, [{ standards: [chademo] }], undefined, ["2", "3"])).toBe(2);
    expect(choose(mixed, [], undefined, ["1"])).toBe(1);
    expect(choose(mixed, [], "2", ["2"])).toBe(2);
  });

  it("finds none where each that is left has somebody coming", () => {
    const two = [{ standards: [ccs] }, { standards: [ccs] }];
    expect(choose(mixed, two)).toBe(1);
    expect(choose(mixed, [...two, {}])).toBe("walkIn.place_needed");
    const both = [place(1, [ccs, chademo]), place(2, [ccs])];
    // Whoever takes the second leaves the first, which suits the one who comes as well.
    expect(choose(both, [{ standards: [ccs] }])).toBe(2);
    expect(choose(both, [{ standards: [ccs] }, { standards: [chademo] }])).toBe(
      "walkIn.place_needed",
    );
  });

  it("takes nothing from those for whom there is none anyway", () => {
    const busy = [place(1, [chademo], true), place(2, [ccs])];
    expect(choose(busy, [{ standards: [chademo] }])).toBe(2);
    expect(choose([place(1, [ccs], true)], [])).toBe("session.no_connector");
  });
});
