import { eq } from "drizzle-orm";
import { expect, it } from "vitest";

import { users } from "@/db/schema/accounts";
import { anonymous, type UserActor } from "@/lib/core/actor";
import { jobActor } from "@/lib/core/job-actor";
import { hashPassword } from "@/lib/core/passwords";
import { chooseChannels, listNotifications } from "@/lib/insight/inbox";
import { listMessages } from "@/lib/insight/notifications";
import {
  changePassword,
  deactivateOperator,
  deactivateOwner,
  forgotPassword,
  reactivateOperator,
  reactivateOwner,
  registerOwner,
} from "@/lib/people/accounts";
import { findActor } from "@/lib/people/accounts/inside";
import { makeContext } from "@/lib/process/wiring";
import { deliverEvents } from "@/lib/records/outbox";
import { publishEvent } from "@/lib/records/outbox/inside";

import { testDatabase } from "../../../support/database";
import { fileClock } from "../../../support/file-clock";
import { makeBusiness, makeUser, testConfig, testStart } from "../../../support/world";

const { db } = await testDatabase();
const clock = fileClock(testStart);
const as = (actor: Parameters<typeof makeContext>[0]["actor"]) =>
  makeContext({ db, actor, clock, config: testConfig });
const admin = as(await makeUser(db, "SystemAdmin"));
const business = await makeBusiness(db);
const password = "correct horse 42 battery";
const passwordHash = await hashPassword(password);

/** What stands in the person's inbox and what they were written by mail, oldest first, once all is delivered. */
async function toldOf(person: UserActor) {
  await deliverEvents(as(jobActor("outbox")));
  const page = { page: 1, limit: 20, sort: "createdAt" } as const;
  const { items } = await listNotifications(as(person), page);
  const mails = await listMessages(admin, { ...page, recipient: person.email ?? "" });
  return {
    inbox: items.map(({ kind, path }) => [kind, path]),
    mails: mails.items.map(({ kind }) => kind),
    items,
  };
}

it("tells an owner in the inbox, too, of what becomes of their account (product.md, Notifications)", async () => {
  const email = "account@example.test";
  const { nic } = await registerOwner(as(anonymous), {
    name: "Ann",
    email,
    phone: "+12125550100",
    nic: "199012345678",
    country: "LK",
    password,
  });
  const [row] = await db.select({ id: users.id }).from(users).where(eq(users.email, email));
  const owner = await findActor(admin, row?.id ?? "");
  if (!owner) throw new Error("The owner may not sign in.");
  await changePassword(as(owner), { currentPassword: password, newPassword: `${password} new` });
  await deactivateOwner(admin, { nic, reason: "Three no-shows" });
  await reactivateOwner(admin, { nic, reason: "Sorry" });
  const { inbox, mails, items } = await toldOf(owner);
  expect(inbox).toEqual([
    ["OwnerRegistered", "/"],
    ["PasswordChanged", "/change-password"],
    ["AccountDeactivated", null],
    ["AccountReactivated", null],
  ]);
  expect(mails).toEqual(inbox.map(([kind]) => kind));
  expect(items[1]).toMatchObject({
    type: "system",
    title: "Your password was changed",
    bookingId: null,
  });
});

it("leaves by mail alone what carries a secret, or whose reader cannot sign in", async () => {
  const { id: businessId } = business;
  const operator = await makeUser(db, "Operator", { businessId, passwordHash });
  await publishEvent(admin, { type: "user.invited", payload: { userId: operator.userId } });
  await forgotPassword(as(anonymous), { username: operator.email ?? "" });
  await toldOf(operator);
  await deactivateOperator(admin, { id: operator.userId, reason: "On leave" });
  await toldOf(operator);
  await reactivateOperator(admin, { id: operator.userId, reason: "Back" });
  expect(await toldOf(operator)).toMatchObject({
    inbox: [["AccountReactivated", null]],
    mails: ["Invitation", "PasswordReset", "AccountDeactivated", "AccountReactivated"],
  });
});

it("puts nothing into the inbox of whoever keeps none, and writes all the same", async () => {
  const owner = await makeUser(db, "EvOwner", { passwordHash });
  await chooseChannels(as(owner), { inApp: { all: false } });
  await changePassword(as(owner), { currentPassword: password, newPassword: `${password} new` });
  expect(await toldOf(owner)).toMatchObject({ inbox: [], mails: ["PasswordChanged"] });
});
