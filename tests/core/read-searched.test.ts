import { describe, expect, test } from "vitest";

import { findSearched, readSearched } from "@/components/table/read-searched";
import { ListBookings } from "@/lib/charging/bookings/schema";
import { mostSearched } from "@/lib/core/text";
import { ReadMatches } from "@/lib/insight/search/schema";
import { ListAudits } from "@/lib/records/audit/schema";

const all = { items: ["everything"], total: 1 };
const find = () => Promise.resolve(all);

describe("the text that a list is searched by", () => {
  test("says how long it may be, as its schema does", () => {
    expect(readSearched(ListBookings, {}, "search").most).toBe(mostSearched);
    expect(readSearched(ReadMatches, {}, "q").most).toBe(mostSearched);
    expect(readSearched(ListAudits, {}, "actor").most).toBe(120);
  });

  test("stays where it is too long, and finds nothing instead of everything", async () => {
    const search = "x".repeat(mostSearched + 1);
    const long = readSearched(ListBookings, { search }, "search");
    expect(long).toMatchObject({ value: search, isTooLong: true });
    expect(await findSearched(long, find)).toEqual({ items: [], total: 0 });
  });

  test("is looked for where the schema takes it", async () => {
    for (const search of [undefined, "x".repeat(mostSearched), "\u{1F50C}".repeat(mostSearched)]) {
      const said = readSearched(ListBookings, { search }, "search");
      expect(said).toMatchObject({ value: search, isTooLong: false });
      expect(ListBookings.safeParse({ search }).success).toBe(true);
      expect(await findSearched(said, find)).toBe(all);
    }
  });
});
