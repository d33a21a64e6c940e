import { eq } from "drizzle-orm";

import { users } from "@/db/schema/accounts";
import { createAdmin, createOperator, registerOwner } from "@/lib/people/accounts";
import { anonymous, type UserActor } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { readVehicles, updateVehicle } from "@/lib/sites/drivers";

export const demoPassword = "Baybook-demo-1";

const givenNames =
  "Amelia Ravi Chloé Jamal Sofia Daniel Wei Priya Lucas Hannah Omar Ingrid Mateo Zoë Kwame Elena Noah Yuki Grace Tomasz".split(
    " ",
  );
const familyNames =
  "Perera Rossi Nguyen Brooks García Cohen Okafor Lindqvist Patel Murphy Haddad Kowalska Tanaka Reyes Fischer Adeyemi Novak Silva Ward Demir".split(
    " ",
  );

/** Names that do not repeat, for as many as there are. */
export function nameOf(index: number): string {
  const given = givenNames[index % givenNames.length] ?? "";
  const family = familyNames[(index * 7 + Math.floor(index / 20) * 3) % familyNames.length] ?? "";
  return `${given} ${family}`;
}

/** The demo's admin, who does the rest of what the seed does. */
export async function makeAdmin(ctx: Context): Promise<UserActor> {
  const admin = await createAdmin(ctx, {
    email: "admin@demo.baybook.test",
    name: "Alex Morgan",
    password: demoPassword,
  });
  return actorOf(admin);
}

/** The demo's owner first, and some forty more; numbers and NICs are made up and differ. */
export async function makeOwners(ctx: Context, count: number): Promise<UserActor[]> {
  const owners: UserActor[] = [];
  for (let index = 0; index < count; index += 1) {
    const isDemo = index === 0;
    const name = isDemo ? "Ravi Perera" : nameOf(index + 1);
    const owner = await registerOwner(
      { ...ctx, actor: anonymous },
      {
        nic: isDemo ? "200212345679" : String(198_512_300_000 + index * 7_919),
        country: "LK",
        name,
        email: isDemo ? "owner@demo.baybook.test" : `owner${index}@drivers.test`,
        phone: `+1646555${String(1_000 + index)}`,
        vehiclePlate: `${"KLHJGB"[index % 6]}TR-${String(4_100 + index * 37)}`,
        password: demoPassword,
      },
    );
    const actor = actorOf({ ...owner, role: "EvOwner", ownerNic: owner.nic });
    owners.push(actor);
    if (isDemo) await tellOfCar({ ...ctx, actor });
  }
  return owners;
}

/** The demo's owner has told of the car whose plate they gave, so that stations can be found for it. */
async function tellOfCar(ctx: Context): Promise<void> {
  const [car] = await readVehicles(ctx);
  if (!car) throw new Error("The demo's owner named no plate.");
  const facts = { make: "Kia", model: "EV6", year: 2024, batteryKwh: 77.4 };
  const standards = ["IEC_62196_T1_COMBO", "IEC_62196_T1"];
  await updateVehicle(ctx, { id: car.id, ...facts, standards });
}

export async function makeOperator(
  ctx: Context,
  index: number,
  stationIds: readonly string[],
): Promise<UserActor> {
  const email = index === 0 ? "operator@demo.baybook.test" : `operator${index}@stations.test`;
  const operator = await createOperator(ctx, {
    email,
    name: index === 0 ? "Maya Castellanos" : nameOf(index + 11),
    phone: `+1917555${String(2_000 + index)}`,
    password: demoPassword,
    stationIds: [...stationIds],
  });
  return actorOf({ ...operator, stationIds });
}

/** Demo logins open at once: nobody is asked for another password. And each is marked: production refuses them. */
export async function openDemoLogins(ctx: Context): Promise<void> {
  await ctx.db.update(users).set({ mustChangePassword: false, isDemoLogin: true });
}

/** Whether the database has accounts at all. */
export async function hasAccounts(ctx: Context): Promise<boolean> {
  const rows = await ctx.db.select({ id: users.id }).from(users).limit(1);
  return rows.length > 0;
}

export async function isSeeded(ctx: Context): Promise<boolean> {
  const rows = await ctx.db
    .select({ id: users.id })
    .from(users)
    .where(eq(users.email, "admin@demo.baybook.test"));
  return rows.length > 0;
}

function actorOf(person: {
  id: string;
  name: string;
  email: string;
  role: UserActor["role"];
  businessId?: string | null;
  stationIds?: readonly string[];
  ownerNic?: string;
}): UserActor {
  return {
    kind: "User",
    userId: person.id,
    role: person.role,
    status: "Active",
    name: person.name,
    email: person.email,
    locale: null,
    businessId: person.businessId ?? null,
    stationIds: person.stationIds ?? [],
    ownerNic: person.ownerNic ?? null,
  };
}
