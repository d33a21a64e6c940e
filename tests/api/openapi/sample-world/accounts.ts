import { hash } from "@node-rs/argon2";

import {
  accountLinks,
  loginSessions,
  operatorStations,
  owners,
  refreshTokens,
  users,
} from "@/db/schema/accounts";
import type { UserActor } from "@/lib/core/actor";
import type { Db } from "@/lib/core/context";
import { hashSecret } from "@/lib/people/accounts/rules";
import { sample } from "@/lib/words";

import { hours } from "../../../support/test-clock";
import { stamps } from "./morning";
import { signedIn } from "../../../support/sign-in";

const passwordHash = await hash(sample.password);

/** One person of each role, and two who are deactivated. Returns those who may ask, by role. */
export async function make(db: Db): Promise<Record<UserActor["role"], UserActor>> {
  const { businessId, stationId } = sample;
  const person = (id: string, role: UserActor["role"], email: string, phone: string) => ({
    id,
    role,
    email,
    phone,
    name: email.split("@")[0] ?? email,
    businessId: role === "Backoffice" || role === "Operator" ? businessId : null,
    passwordHash,
    ...stamps,
  });
  const people = [
    person(sample.adminId, "SystemAdmin", "root@baybook.example.com", "+12125550101"),
    person(sample.officeId, "Backoffice", "ada@hudson.example.com", "+12125550102"),
    person(sample.operatorId, "Operator", "pat@hudson.example.com", "+12125550103"),
    person(sample.ownerId, "EvOwner", "nimal@example.com", "+94770001122"),
  ];
  await db.insert(users).values(people);
  const gone = "Deactivated" as const;
  await db.insert(users).values([
    {
      ...person(sample.deactivatedOperatorId, "Operator", "jo@hudson.example.com", "+12125550104"),
      status: gone,
    },
    {
      ...person(sample.deactivatedOwnerId, "EvOwner", "sunil@example.com", "+94770001133"),
      status: gone,
    },
    {
      ...person(sample.deletedOwnerId, "EvOwner", "kept@drivers.example.com", "+94770001144"),
      status: "Deleted",
      deletedAt: stamps.createdAt,
      deletedFrom: "Active",
    },
  ]);
  await db
    .insert(owners)
    .values([
      { userId: sample.ownerId, nic: sample.ownerNic, country: "LK", vehiclePlate: "WP CAB-1234" },
      { userId: sample.deactivatedOwnerId, nic: sample.deactivatedOwnerNic, country: "LK" },
      { userId: sample.deletedOwnerId },
    ]);
  await db.insert(operatorStations).values({ userId: sample.operatorId, stationId, businessId });
  // Whoever asks, asks in each copy of this world.
  for (const { id } of people) await signedIn(db, id);
  await makeSecrets(db);
  const actors = people.map((made): UserActor => ({
    kind: "User",
    locale: null,
    userId: made.id,
    role: made.role,
    status: "Active",
    name: made.name,
    email: made.email,
    businessId: made.businessId,
    stationIds: made.role === "Operator" ? [stationId] : [],
    ownerNic: made.role === "EvOwner" ? sample.ownerNic : null,
  }));
  return Object.fromEntries(actors.map((actor) => [actor.role, actor])) as Record<
    UserActor["role"],
    UserActor
  >;
}

/** Tokens and links live by real time. */
async function makeSecrets(db: Db): Promise<void> {
  const createdAt = new Date();
  const expiresAt = new Date(createdAt.getTime() + hours(24));
  const common = { userId: sample.ownerId, createdAt, expiresAt };
  await db.insert(loginSessions).values({
    id: sample.loginId,
    userId: sample.ownerId,
    startedAt: createdAt,
    expiresAt,
    device: "Chrome, Android",
  });
  await db.insert(refreshTokens).values({
    ...common,
    id: sample.ownerId,
    familyId: sample.ownerId,
    tokenHash: hashSecret(sample.refreshToken),
  });
  await db.insert(accountLinks).values({
    ...common,
    id: sample.ownerId,
    purpose: "PasswordReset",
    tokenHash: hashSecret(sample.linkToken),
  });
}
