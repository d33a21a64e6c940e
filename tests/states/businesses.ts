import { eq } from "drizzle-orm";

import { businesses } from "@/db/schema/businesses";
import type { Db } from "@/lib/core/context";
import { approveBusiness, readBusiness, rejectBusiness } from "@/lib/people/businesses";
import { businessMachine } from "@/lib/people/businesses/rules";
import { businessAction, businessStatus } from "@/lib/people/businesses/schema";

import { makeBusiness, makeStation, makeUser } from "../support/world";
import { jobCaller, nobody, personCaller, type Bench } from "./bench";
import { staffCallers } from "./bookings";

/** A business in each status, and those who could decide about it. */
export async function benches(
  db: Db,
): Promise<Bench<{ id: string; status: (typeof businessStatus.options)[number] }>[]> {
  const things = [];
  for (const status of businessStatus.options) {
    const { id } = await makeBusiness(db);
    await db.update(businesses).set({ status }).where(eq(businesses.id, id));
    things.push({ id, status });
  }
  const { id } = await makeBusiness(db);
  const staff = await staffCallers(db, id, (await makeStation(db, id)).id);
  const owner = await makeUser(db, "EvOwner");
  const ownOffice = new Map<string, Awaited<ReturnType<typeof makeUser>>>();
  for (const thing of things) {
    ownOffice.set(thing.id, await makeUser(db, "Backoffice", { businessId: thing.id }));
  }
  const bench: Bench<(typeof things)[number]> = {
    name: "businesses",
    machine: businessMachine,
    actions: businessAction.options,
    things,
    callers: (thing) => [
      // All of them but the admin are strangers to it.
      ...staff.map((caller) => ({ ...caller, near: [] })),
      ...[ownOffice.get(thing.id) ?? []]
        .flat()
        .map((actor) => personCaller("its own office", actor, ["business"])),
      personCaller("an owner", owner, []),
      jobCaller("seed"),
      nobody,
    ],
    trials: {
      approve: {
        run: (ctx, { id }) =>
          approveBusiness(ctx, { id, adminEmail: `${crypto.randomUUID()}@example.test` }),
      },
      reject: { run: (ctx, { id }) => rejectBusiness(ctx, { id, reason: "Because" }) },
    },
    can: async (ctx, { id }) => (await readBusiness(ctx, { id })).can,
    status: async (tx, { id }) =>
      (await tx.select().from(businesses).where(eq(businesses.id, id)))[0]?.status,
  };
  return [bench];
}
