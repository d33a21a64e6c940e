import { expect, it } from "vitest";

import { townOfZone } from "@/lib/core/zone-towns";
import { timeZones } from "@/lib/core/zone-names";
import { findTimeZone } from "@/lib/sites/stations/find-time-zone";

it("knows the town of every time zone on land, and places it where clocks keep that time", () => {
  const land = timeZones.filter((zone) => !zone.startsWith("Etc/") && zone !== "UTC");
  const off = land.filter((zone) => {
    const town = townOfZone(zone);
    return town === null || !Number.isFinite(town.lat + town.lng);
  });
  expect(off).toEqual([]);
  expect(townOfZone("UTC")).toBeNull();
  const inTheirZone = land.filter((zone) => {
    const town = townOfZone(zone);
    if (!town) return false;
    const found = findTimeZone({ country: "", state: "", latitude: town.lat, longitude: town.lng });
    return found === zone;
  });
  // The rest are towns on a coast or a border, and zones that others have taken over since 1970.
  expect(inTheirZone.length).toBeGreaterThan(land.length * 0.8);
});
