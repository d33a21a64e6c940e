import type { Page } from "@playwright/test";

import { gateStation } from "./gate";

const ccs = { standard: "IEC_62196_T2_COMBO", maxPowerKw: 150 };
const chademo = { standard: "CHADEMO", maxPowerKw: 50 };

/** What its places are called. */
export const mixedPlaces = "1 × CCS 2 · 150 kW, 1 × CHAdeMO · 50 kW";

/** A station with one place of each kind. */
export const mixedStation = (page: Page) =>
  gateStation(page, { connectors: [ccs, chademo].map((one, at) => ({ number: at + 1, ...one })) });
