import type { UnitsOffer } from "@/components/shell/units-choice";
import { readerOfPage } from "@/lib/http/reader-of-page";

import { chooseUnits } from "./choose-units";

/** By which clock and in which unit the page is, and how to have it otherwise. */
export async function unitsOffer(): Promise<UnitsOffer> {
  return { now: (await readerOfPage()).units, choose: chooseUnits };
}
