import { createHash } from "node:crypto";

import { type Actor, type Role, type UserStatus, userOf, userStatuses } from "@/lib/core/actor";
import { isCommonPassword } from "@/lib/core/passwords";
import { fail, failField, type ErrorCode } from "@/lib/core/errors";
import { dayMs, minuteMs } from "@/lib/core/durations";
import { machineFor, type Refusal } from "@/lib/core/machines";

import type { LinkPurpose } from "./schema";

/** What the machine asks of an account. */
export interface UserState {
  readonly id: string;
  readonly role: Role;
  readonly status: UserStatus;
  readonly businessId: string | null;
  /** The only SystemAdmin who is Active: nobody could let others in without them. */
  readonly isLastAdmin?: boolean;
  /** False of an owner who never booked at the business whose office asks. */
  readonly isServed?: boolean;
  /** What a deleted account was before. */
  readonly deletedFrom?: UserStatus | null;
}

const isOwner = ({ role }: UserState) => role === "EvOwner";
const isOperator = ({ role }: UserState) => role === "Operator";
/** Owners deactivate themselves without a word; whoever else deactivates an owner says why (000-59, product.md). */
const isOwnerself = (user: UserState, actor: Actor) =>
  isOwner(user) && userOf({ actor })?.userId === user.id;
const isSomebodyElse = (user: UserState, actor: Actor) => userOf({ actor })?.userId !== user.id;
const keepStrangers = ({ isServed }: UserState) =>
  isServed === false ? () => fail("owner.not_served") : null;
const wasClosed = (user: UserState, actor: Actor) =>
  isOwnerself(user, actor) && user.deletedFrom === "Deactivated";
const wasOpen = (user: UserState, actor: Actor) =>
  isOwnerself(user, actor) && user.deletedFrom !== "Deactivated";
const isNoOwner = (user: UserState) => !isOwner(user);
const keepLast = ({ isLastAdmin }: UserState) =>
  isLastAdmin ? () => fail("user.last_admin") : null;

// prettier-ignore
/** The one table of a user's states (product.md, User status); nothing else changes its status. */
export const userMachine = machineFor<UserState>()({
  entity: "User",
  statuses: userStatuses,
  about: (user) => ({ businessId: user.businessId, userId: user.id, ownerId: isOwner(user) ? user.id : null }),
  hidden: "user.not_found",
  unexplained: "owner.reason_required",
  refuse: ({ status }) => fail("user.status", { status }),
  actions: {
    deactivate: [
      { by: "owner.deactivate", fits: isOwnerself, from: ["Active"], to: "Deactivated", audit: "Deactivate", event: "user.deactivated" },
      { by: "owner.deactivate", fits: isOwner, from: ["Active"], to: "Deactivated", audit: "Deactivate", event: "user.deactivated", reason: "required", guard: keepStrangers },
      { by: "operator.manage", fits: isOperator, from: ["Active"], to: "Deactivated", audit: "Deactivate", event: "user.deactivated" },
      { by: "user.manage", fits: isNoOwner, from: ["Active"], to: "Deactivated", audit: "Deactivate", event: "user.deactivated", guard: keepLast },
    ],
    reactivate: [
      { by: "owner.reactivate", fits: isOwner, from: ["Deactivated"], to: "Active", audit: "Reactivate", event: "user.reactivated" },
      { by: "operator.manage", fits: isOperator, from: ["Deactivated"], to: "Active", audit: "Reactivate", event: "user.reactivated" },
    ],
    // A SystemAdmin's reactivation, which lifts a block too, and gives a deleted account back.
    restore: [
      { by: "user.manage", from: ["Deactivated", "Blocked", "Deleted"], to: "Active", audit: "Reactivate", event: "user.reactivated" },
    ],
    // Who deleted their account, and changed their mind; what staff closed stays closed.
    undelete: [
      { by: "user.delete", only: ["EvOwner"], fits: wasClosed, from: ["Deleted"], to: "Deactivated", audit: "Restore", event: "user.restored" },
      { by: "user.delete", only: ["EvOwner"], fits: wasOpen, from: ["Deleted"], to: "Active", audit: "Restore", event: "user.restored" },
    ],
    // The owner's own, who has so many days to change their mind (operations.md, 6.8).
    delete: [
      { by: "user.delete", only: ["EvOwner"], fits: isOwnerself, from: ["Active", "Deactivated"], to: "Deleted", audit: "Delete", event: "user.deleted" },
    ],
    block: [
      { by: "user.manage", from: ["Active", "Deactivated"], to: "Blocked", audit: "Block", event: "user.blocked", guard: keepLast },
    ],
    // May be repeated, as for what was written meanwhile.
    erase: [
      { by: "user.erase", only: ["SystemAdmin"], fits: isSomebodyElse, from: userStatuses, to: "Erased", audit: "Erase", event: "user.erased", reason: "required", guard: keepLast },
      // When the days are over in which they might have changed their mind.
      { by: "user.erase", only: ["erase"], from: ["Deleted"], to: "Erased", audit: "Erase", event: "user.erased" },
      // The command of whoever runs the installation.
      { by: "user.erase", only: ["admin"], from: userStatuses, to: "Erased", audit: "Erase", event: "user.erased", guard: keepLast },
    ],
  },
});

/** Why this user may not log in, or null: a deactivated owner may, to read. */
export function loginRefusal(role: Role, status: UserStatus): ErrorCode | null {
  if (status === "Blocked" || status === "Erased") return "login.blocked";
  if (status === "Deleted") return "login.deleted";
  return status === "Deactivated" && role !== "EvOwner" ? "login.deactivated" : null;
}

/**
 * Why somebody whose account is not Active may not act: a deactivated owner reads, and books nothing (product.md, User
 * status). Null for whoever may.
 */
export function refuseDeactivated(actor: Actor): Refusal | null {
  const user = userOf({ actor });
  return user && user.status !== "Active" ? () => fail("owner.deactivated") : null;
}

/** For so long after a sign-in nobody is asked for the password again before they add what opens the account. */
export const freshSignInMinutes = 10;

/** So long before somebody's account is erased they are told once more (operations.md, 9). */
export const warnedDays = 3;

/** Until when an account that was deleted at `deletedAt` may be had back. */
export const eraseAfterOf = (deletedAt: Date, graceDays: number): Date =>
  new Date(deletedAt.getTime() + graceDays * dayMs);

/** Refuses the commonest passwords; length is the schema's business. Throws at `field`. */
export function assertPasswordUncommon(password: string, field: string): void {
  if (isCommonPassword(password)) throw failField("password.common", field);
}

/** What is stored of an opaque secret: SHA-256, hex. The secret has 256 random bits, so no salt is needed. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** The instant until which, exclusively, a link that is issued at `now` works. */
export function linkExpiry(
  purpose: LinkPurpose,
  now: Date,
  lives: { readonly invitationHours: number; readonly passwordResetMinutes: number },
): Date {
  const minutes =
    purpose === "Invitation" ? lives.invitationHours * 60 : lives.passwordResetMinutes;
  return new Date(now.getTime() + minutes * minuteMs);
}

/** Narrows an account to an owner's, or throws `owner.not_found`. */
export function asOwner<A extends { role: Role }>(
  account: A | null,
): A & { readonly role: "EvOwner" } {
  if (account?.role !== "EvOwner") throw fail("owner.not_found");
  return { ...account, role: account.role };
}

/** The account's id where it is an owner's, for what is told and kept about owners; null for staff. */
export const ownerIdOf = ({ id, role }: { readonly id: string; readonly role: Role }) =>
  role === "EvOwner" ? id : null;
