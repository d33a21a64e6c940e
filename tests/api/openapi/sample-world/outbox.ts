import type { Db } from "@/lib/core/context";
import { sample } from "@/lib/words";

import { parkedEvent } from "../../../support/parked-event";
import { now } from "./morning";

/** An event that nobody could be told of. */
export async function make(db: Db): Promise<void> {
  await parkedEvent(db, { subscriber: "notifications", id: sample.parkedEventId, at: now });
}
