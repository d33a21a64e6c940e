import { businesses } from "@/db/schema/businesses";
import type { Db } from "@/lib/core/context";
import { sample } from "@/lib/words";

import { now } from "./morning";

/** A business at work, and one that waits for its decision. */
export async function make(db: Db): Promise<void> {
  const contact = { contactName: "Ada Office", contactPhone: "+12125550100" };
  const common = { ...contact, timeZone: "America/New_York", createdAt: now };
  await db.insert(businesses).values([
    {
      ...common,
      id: sample.businessId,
      name: "Hudson Charging",
      contactEmail: "ada@hudson.example.com",
      status: "Active",
    },
    {
      ...common,
      id: sample.requestId,
      name: "Riverside Power",
      contactEmail: "ida@riverside.example.com",
      status: "PendingApproval",
    },
  ]);
}
