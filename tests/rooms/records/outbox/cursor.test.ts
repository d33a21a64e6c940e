import { assert, integer, property, uniqueArray } from "fast-check";
import { expect, it } from "vitest";

import { advance } from "@/lib/records/outbox/rules";
import type { Cursor } from "@/lib/records/outbox/schema";

const start: Cursor = { position: 0, gaps: [] };
const gapsOf = ({ gaps }: Cursor) => gaps.map(({ from, to }) => [from, to]);

it("leaves gaps where others still write, and closes them when they have written", () => {
  const one = advance(start, [1, 2, 5, 9], 0);
  expect(one.position).toBe(9);
  expect(gapsOf(one)).toEqual([
    [3, 4],
    [6, 8],
  ]);
  const two = advance(one, [4, 7, 12], 1_000);
  expect(gapsOf(two)).toEqual([
    [3, 3],
    [6, 6],
    [8, 8],
    [10, 11],
  ]);
});

it("takes what stays empty for a minute as rolled back", () => {
  const one = advance(start, [2], 0);
  expect(gapsOf(advance(one, [], 59_999))).toEqual([[1, 1]]);
  expect(gapsOf(advance(one, [4], 60_000))).toEqual([[3, 3]]);
});

it("shows each event once, in whatever order transactions commit and however little one look holds", () => {
  const commits = uniqueArray(integer({ min: 1, max: 60 }), { minLength: 1 });
  assert(
    property(
      commits,
      integer({ min: 1, max: 7 }),
      integer({ min: 1, max: 5 }),
      (order, most, pace) => {
        const visible = new Set<number>();
        const told: number[] = [];
        let cursor = start;
        const look = () => {
          const unseen = [...visible]
            .filter(
              (place) =>
                place > cursor.position ||
                cursor.gaps.some(({ from, to }) => place >= from && place <= to),
            )
            .toSorted((a, b) => a - b)
            .slice(0, most);
          told.push(...unseen);
          cursor = advance(cursor, unseen, 0);
          return unseen.length;
        };
        order.forEach((place, index) => {
          visible.add(place);
          if (index % pace === 0) look();
        });
        while (look() > 0);
        expect(told.toSorted((a, b) => a - b)).toEqual(order.toSorted((a, b) => a - b));
      },
    ),
    { numRuns: 500 },
  );
});
