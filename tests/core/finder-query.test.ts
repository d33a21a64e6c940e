import { expect, it } from "vitest";

import {
  askedParams,
  finderParams,
  listParams,
  othersParams,
  readFinderQuery,
} from "@/components/finder/finder-query";
import { ReadMapPlaces, SearchStations } from "@/lib/sites/stations/schema";

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
  "standard=%00&minPowerKw=1e309",
  "standard=x&minPowerKw=-1",
  "standard=UNKNOWN_PLUG&minPowerKw=0.00000001",
  "standard=ccs&minPowerKw=1e2",
  "maxPricePerKwh=1e309&amenities=Coffee,%00,Food",
  "maxPricePerKwh=-1&openNow=maybe&others=true",
  "maxPricePerKwh=0x10&amenities=,",
  "favourite=true&vehicleId=x&bookable=perhaps",
])("%s", (address) => {
  const query = read(address);
  for (const params of [listParams(query), othersParams(query), askedParams(query)]) {
    params.delete("limit");
    expect(SearchStations.safeParse(Object.fromEntries(params)).error).toBeUndefined();
    expect(ReadMapPlaces.safeParse(Object.fromEntries(askedParams(query))).error).toBeUndefined();
  }
});

it("asks for what can be booked alone, or for all with that first; for one's own of drivers alone", () => {
  const address =
    "openNow=true&maxPricePerKwh=0.4&amenities=Coffee,Gold&favourite=true&vehicleId=v1";
  const own = { vehicles: [{ id: "v1" }] };
  const mine = readFinderQuery(new URLSearchParams(address), own);
  expect(askedParams(mine).toString()).toBe(
    "maxPricePerKwh=0.4&amenities=Coffee&vehicleId=v1&openNow=true&favourite=true&bookable=true",
  );
  expect(listParams({ ...mine, others: true }).toString()).toBe(
    "maxPricePerKwh=0.4&amenities=Coffee&vehicleId=v1&openNow=true&favourite=true&sort=bookable",
  );
  expect(readFinderQuery(finderParams(mine), own)).toEqual(mine);
  expect(askedParams(read(address)).toString()).toBe(
    "maxPricePerKwh=0.4&amenities=Coffee&openNow=true&bookable=true",
  );
  expect(readFinderQuery(new URLSearchParams(address), { vehicles: [] }).vehicleId).toBeNull();
});

it("keeps what makes sense, cut between characters", () => {
  expect(read(`search=${encodeURIComponent("😀".repeat(150))}`).search).toBe("😀".repeat(100));
  expect(read("search=%20Cafe%CC%81%20%0A%20Pier").search).toBe("Café Pier");
});

it.each([
  ["standard=ccs&minPowerKw=150", { plug: "CCS", minPowerKw: 150 }],
  ["standard=Type%202", { plug: "TYPE2", minPowerKw: null }],
  ["standard=IEC_62196_T2", { plug: "TYPE2", minPowerKw: null }],
  ["standard=tesla", { plug: "NACS", minPowerKw: null }],
  // One of the two that CCS may be is asked for by its own name.
  ["standard=CCS2", { plug: "IEC_62196_T2_COMBO", minPowerKw: null }],
  ["standard=NEMA_14_50&minPowerKw=7.35", { plug: "NEMA_14_50", minPowerKw: 7.4 }],
  ["standard=UNKNOWN_PLUG&minPowerKw=1001", { plug: null, minPowerKw: null }],
])("what a car needs: %s", (address, need) => {
  expect(read(address).need).toEqual(need);
  expect(readFinderQuery(finderParams(read(address))).need).toEqual(need);
});
