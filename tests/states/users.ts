import { eq } from "drizzle-orm";

import { users } from "@/db/schema/accounts";
import {
  anonymous,
  userOf,
  userStatuses,
  type Role,
  type UserActor,
  type UserStatus,
} from "@/lib/core/actor";
import type { Context, Db } from "@/lib/core/context";
import { type ErrorCode, fail } from "@/lib/core/errors";
import { hashPassword } from "@/lib/core/passwords";
import {
  blockUser,
  deactivateOperator,
  deactivateOwner,
  deactivateUser,
  deleteUser,
  eraseUser,
  listUsers,
  reactivateOperator,
  reactivateOwner,
  reactivateUser,
  readOperator,
  readOwner,
  restoreUser,
} from "@/lib/people/accounts";
import { userMachine, type UserState } from "@/lib/people/accounts/rules";
import { ListUsers, userAction } from "@/lib/people/accounts/schema";

import { bookedBefore } from "../support/booked-before";
import { makeBusiness, makeStation, makeUser } from "../support/world";
import { jobCaller, nobody, personCaller, type Bench, type Trial } from "./bench";
import { staffCallers } from "./bookings";

type UserThing = UserState & { readonly actor: UserActor };
type Kind = Exclude<Role, "SystemAdmin">;

/** The doors by which a kind of account is closed and opened, and seen. */
const doors: Readonly<
  Record<
    Kind,
    {
      readonly deactivate: (ctx: Context, user: UserThing) => Promise<unknown>;
      readonly reactivate?: (ctx: Context, user: UserThing) => Promise<unknown>;
      readonly can: (ctx: Context, user: UserThing) => Promise<readonly string[]>;
      readonly hidden: ErrorCode;
    }
  >
> = {
  EvOwner: {
    deactivate: (ctx, { id }) => deactivateOwner(ctx, { nic: id, reason }),
    reactivate: (ctx, { id }) => reactivateOwner(ctx, { nic: id }),
    can: async (ctx, { id }) => (await readOwner(ctx, { nic: id })).can,
    hidden: "owner.not_found",
  },
  Operator: {
    deactivate: (ctx, { id }) => deactivateOperator(ctx, { id }),
    reactivate: (ctx, { id }) => reactivateOperator(ctx, { id }),
    can: async (ctx, { id }) => (await readOperator(ctx, { id })).can,
    hidden: "operator.not_found",
  },
  Backoffice: {
    deactivate: (ctx, { id }) => deactivateUser(ctx, { id }),
    can: async (ctx, { id, actor }) => {
      const query = ListUsers.parse({ search: actor.email });
      const { items } = await listUsers(ctx, { ...query, page: 1, limit: 10 });
      return items.find((one) => one.id === id)?.can ?? [];
    },
    hidden: "user.not_found",
  },
};
const reason = "Because";
const password = "Charging-by-the-river-7";
const passwordHash = await hashPassword(password);

/** Accounts of each kind in each status. */
export async function benches(db: Db): Promise<Bench<UserState, UserThing>[]> {
  const { id: businessId } = await makeBusiness(db);
  const { id: stationId } = await makeStation(db, businessId);
  return Promise.all(
    (["EvOwner", "Operator", "Backoffice"] as const).map((kind) =>
      userBench(db, kind, businessId, stationId),
    ),
  );
}

async function userBench(
  db: Db,
  kind: Kind,
  businessId: string,
  stationId: string,
): Promise<Bench<UserState, UserThing>> {
  const things: UserThing[] = [];
  for (const status of userStatuses) things.push(await makeThing(db, kind, status, businessId));
  const staff = await staffCallers(db, businessId, stationId);
  // Every office that asks serves these owners; of strangers tests/rooms/people/accounts/owners-of-an-office.test.ts.
  const offices = staff.flatMap(({ actor }) => userOf({ actor })?.businessId ?? []);
  if (kind === "EvOwner") {
    for (const { id } of things) {
      for (const office of new Set(offices)) await bookedBefore(db, office, id);
    }
  }
  const otherOwner = await makeUser(db, "EvOwner");
  const { deactivate, reactivate, can, hidden } = doors[kind];
  const by = (run: Trial<UserThing>["run"]): Trial<UserThing> => ({
    run,
    says: (refused) => (refused === "user.not_found" ? hidden : refused),
  });
  return {
    name: `accounts of ${kind}`,
    machine: userMachine,
    actions: userAction.options,
    things,
    trials: {
      deactivate: by(deactivate),
      ...(reactivate && { reactivate: by(reactivate) }),
      restore: by((ctx, { id }) => reactivateUser(ctx, { id })),
      block: by((ctx, { id }) => blockUser(ctx, { id })),
      delete: by(asOneself((ctx) => deleteUser(ctx, { password }))),
      undelete: by(
        asOneself((ctx, { actor }) =>
          restoreUser({ ...ctx, actor: anonymous }, { username: actor.email ?? "", password }),
        ),
      ),
      erase: by((ctx, { id }) => eraseUser(ctx, { id, reason })),
    },
    callers: ({ actor }) => [
      ...staff,
      personCaller("another owner", otherOwner, []),
      personCaller("themselves", actor, kind === "EvOwner" ? ["own"] : ["business"]),
      jobCaller("admin"),
      nobody,
    ],
    can,
    status: async (tx, { id }) =>
      (await tx.select().from(users).where(eq(users.id, id)))[0]?.status,
  };
}

/** What has a door for one's own account alone. */
function asOneself(run: Trial<UserThing>["run"]): Trial<UserThing>["run"] {
  return async (ctx, thing) => {
    const user = userOf(ctx);
    if (ctx.actor.kind === "Anonymous") throw fail("auth.required");
    if (user?.userId !== thing.id) throw fail("request.forbidden");
    return run(ctx, thing);
  };
}

async function makeThing(
  db: Db,
  kind: Kind,
  status: UserStatus,
  businessId: string,
): Promise<UserThing> {
  const at = kind === "EvOwner" ? {} : { businessId };
  const actor = await makeUser(db, kind, { ...at, status, passwordHash });
  return { id: actor.userId, role: kind, status, businessId: actor.businessId, actor };
}
