import * as fc from "fast-check";
import { expect, it } from "vitest";

import { countClaims } from "@/lib/sites/schedules/count-claims";

const range = fc
  .tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 20 }))
  .map(([from, length]) => ({ from, to: from + length }));
const claim = fc.record({ group: fc.integer({ min: 1, max: 3 }), range });

it("counts those that hold a place in a slot as looking at each would", () => {
  fc.assert(
    fc.property(fc.array(claim, { maxLength: 60 }), fc.array(range), (claims, slots) => {
      const claimsIn = countClaims(
        claims.map(({ group, range: { from, to } }) => ({
          group,
          startsAt: new Date(from),
          endsAt: new Date(to),
        })),
      );
      for (const { from, to } of slots) {
        for (const group of [1, 2, 3, 4]) {
          const one = claims.filter(
            (claim) => claim.group === group && claim.range.from < to && claim.range.to > from,
          );
          expect(claimsIn(group, from, to)).toBe(one.length);
        }
      }
    }),
  );
});
