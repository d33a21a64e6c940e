import { createDatabase } from "@/db/client";
import { createBooking } from "@/lib/charging/bookings";
import { offerAlternatives } from "@/lib/charging/waiting";
import type { UserActor } from "@/lib/core/actor";
import { isAppError } from "@/lib/core/errors";
import { makeContext } from "@/lib/process/wiring";

import { hours, testClockAt } from "../support/test-clock";
import { testConfig } from "../support/world";

/** What a process is to book: for each of these owners an hour after another, at the station. */
export interface Orders {
  readonly now: string;
  readonly stationId: string;
  readonly owners: readonly UserActor[];
  /** The hours after now that are asked for. */
  readonly hours: { readonly from: number; readonly to: number };
}

/**
 * Books for many owners at once as a web process does, with what follows a refusal, in a process of its own that can be
 * killed; says of each booking that it stands, once it was answered.
 */
const orders = JSON.parse(process.argv[2] ?? "") as Orders;
const { db } = createDatabase(process.env.DATABASE_URL ?? "", { max: 8 });
const clock = testClockAt(orders.now);
const { stationId } = orders;

async function bookAll(actor: UserActor, first: number): Promise<void> {
  const { from, to } = orders.hours;
  const ctx = makeContext({ db, actor, config: testConfig, clock });
  for (let count = 0; count < to - from; count += 1) {
    const hour = from + ((first + count) % (to - from));
    const startsAt = new Date(Date.parse(orders.now) + hours(hour));
    const input = { stationId, startsAt, endsAt: new Date(startsAt.getTime() + hours(1)) };
    try {
      const { id } = await createBooking(ctx, input);
      process.stdout.write(`made ${id}\n`);
    } catch (error) {
      if (!isAppError(error, "slot.full")) throw error;
      await offerAlternatives(ctx, input, error).catch(() => undefined);
    }
  }
}

process.stdout.write("ready\n");
await Promise.all(orders.owners.map(bookAll));
process.exit(0);
