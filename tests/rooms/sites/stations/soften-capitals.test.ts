import { expect, it } from "vitest";

import { softenCapitals } from "@/lib/sites/stations/soften-capitals";

it.each([
  ["1 WATERLINE STATION#1", "1 Waterline Station#1"],
  ["TOWN OF WEBB PARK 1", "Town of Webb Park 1"],
  ["THE ELMS", "The Elms"],
  ["SUNY NEW PALTZ WALLKILL LOT 1", "SUNY New Paltz Wallkill Lot 1"],
  ["RPI 1 E DORM N LOT S2", "RPI 1 E Dorm N Lot S2"],
  ["MAIN 2ND FLOOR", "Main 2nd Floor"],
  ["KÖNIGSTRASSE ÉCOLE", "Königstrasse École"],
])("writes %s as %s", (capitals, name) => expect(softenCapitals(capitals)).toBe(name));

it.each(["MTP Parking", "RPI", "EV 4", "NYC DOT", "McDonald’s EAST", ""])(
  "leaves %j as it is",
  (name) => expect(softenCapitals(name)).toBe(name),
);
