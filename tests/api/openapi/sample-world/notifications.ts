import type { Db } from "@/lib/core/context";
import { sample } from "@/lib/words";

import { parkedMessage } from "../../../support/parked-message";

/** A message that no server took. */
export async function make(db: Db): Promise<void> {
  await parkedMessage(db, sample.parkedMessageId);
}
