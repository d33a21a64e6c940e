import { expect, it } from "vitest";

import { finderParams, readFinderQuery } from "@/components/finder/finder-query";
import { SearchStations } from "@/lib/sites/stations/schema";

const read = (search: string) => readFinderQuery(new URLSearchParams(search));

// A9: whatever the address says, the finder's page asks for what the search takes.
it.each([
  "search=%00",
  "search=a%00b",
  "search=%07x",
  "search=a%E2%80%A8b",
  `search=${"x".repeat(9_999)}`,
  `search=${encodeURIComponent("😀".repeat(150))}`,
  `search=a${encodeURIComponent("\u0301".repeat(9_999))}`,
  "availableFrom=0000-01-01T00:00:00Z&availableTo=9999-12-31T00:00:00Z",
  "availableFrom=-271821-04-20T00:00:00Z&availableTo=275760-09-13T00:00:00Z",
  "availableFrom=2026-06-01&availableTo=x",
  "near=0,0&radius=1e9",
  "near=1e309,2",
  "type=xx",
])("%s", (address) => {
  const asked = SearchStations.safeParse(Object.fromEntries(finderParams(read(address))));
  expect(asked.error).toBeUndefined();
});

it("keeps what makes sense, cut between characters", () => {
  expect(read(`search=${encodeURIComponent("😀".repeat(150))}`).search).toBe("😀".repeat(100));
  expect(read("search=%20Cafe%CC%81%20%0A%20Pier").search).toBe("Café Pier");
});
