import { createHash } from "node:crypto";

import {
  type Actor,
  type Role,
  type UserActor,
  type UserStatus,
  userOf,
  userStatuses,
} from "@/lib/core/actor";
import { isCommonPassword } from "@/lib/core/passwords";
import { type AppError, fail, failField, type ErrorCode } from "@/lib/core/errors";
import { minuteMs } from "@/lib/core/durations";
import { nicFormats, type NicCountry } from "@/lib/core/identity-numbers";
import { machineFor } from "@/lib/core/machines";
import { readPhone } from "@/lib/core/phones";
import { signsOf, tidyPlain } from "@/lib/core/text";

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
  isServed === false ? fail("owner.not_served") : null;
const wasClosed = (user: UserState, actor: Actor) =>
  isOwnerself(user, actor) && user.deletedFrom === "Deactivated";
const wasOpen = (user: UserState, actor: Actor) =>
  isOwnerself(user, actor) && user.deletedFrom !== "Deactivated";
const isNoOwner = (user: UserState) => !isOwner(user);
const keepLast = ({ isLastAdmin }: UserState) => (isLastAdmin ? fail("user.last_admin") : null);

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
export function refuseDeactivated(actor: Actor): AppError | null {
  const user = userOf({ actor });
  return user && user.status !== "Active" ? fail("owner.deactivated") : null;
}

/** Which column a user name is looked up in. The three can never be taken for one another. */
export type LoginName =
  | { readonly email: string }
  /** `formerly` as it was kept before a library read phones, with the 0 of `+94 (0)77 123 4567` in it. */
  | { readonly phone: string; readonly formerly: string }
  | { readonly nic: string };

/**
 * Reads what was typed as a user name: an email address, an identity number, or a phone, of the country where it does
 * not say its own.
 */
export function readLoginName(username: string, country: string | null = null): LoginName {
  const text = tidyPlain(username);
  if (text.includes("@")) return { email: text.toLowerCase() };
  const phone = isNic(text) ? null : readPhone(text, country);
  if (phone === null && !text.startsWith("+")) return { nic: normalizeNic(text) };
  const formerly = text.replace(/[\s().-]/g, "");
  return { phone: phone ?? formerly, formerly };
}

/** An identity number in its one spelling, by its signs alone: none of the known forms has a blank or a dash. */
export const normalizeNic = signsOf;

/** Whether the text, once normalized, is an identity number of the country, or of any that is known. */
export function isNic(text: string, country?: NicCountry): boolean {
  const formats = country ? [nicFormats[country]] : Object.values(nicFormats);
  return formats.some(({ pattern }) => pattern.test(normalizeNic(text)));
}

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

/** What an erased person is called from then on. */
export const nameOfErased = "Erased user";

/**
 * The texts by which an erased person is found where others wrote about them. Of names only those of two words or
 * more, and nothing shorter than four characters: less is not theirs alone.
 */
export function searchableTexts(
  name: string,
  others: readonly (string | null)[],
): readonly string[] {
  const isTelling = (text: string) => text.length >= 4 && /[\d@]|\S\s+\S/.test(text);
  return [...new Set([name, ...others])]
    .filter((text) => text !== null)
    .filter((text) => isTelling(text) && text !== nameOfErased);
}

/** What somebody wrote, with an erased person's texts replaced, in whichever case they stand. */
export const withoutTexts = (written: string, texts: readonly string[]): string =>
  texts.reduce(
    (left, text) => left.replaceAll(new RegExp(RegExp.escape(text), "giu"), nameOfErased),
    written,
  );

/** The signed-in person of a request, and whether the web must ask for a new password first. */
export interface SignedInUser extends UserActor {
  readonly mustChangePassword: boolean;
}

/** What of an account the actor is made of. */
interface ActingAccount extends Omit<SignedInUser, "kind" | "userId" | "ownerNic"> {
  readonly id: string;
  readonly nic: string | null;
}

/** The account as an actor. */
export function actorOf(account: ActingAccount, sessionId?: string): SignedInUser {
  return {
    kind: "User",
    userId: account.id,
    role: account.role,
    status: account.status,
    name: account.name,
    email: account.email,
    locale: account.locale,
    theme: account.theme,
    hourCycle: account.hourCycle,
    distanceUnit: account.distanceUnit,
    businessId: account.businessId,
    stationIds: account.stationIds,
    ownerNic: account.nic,
    mustChangePassword: account.mustChangePassword,
    ...(sessionId !== undefined && { sessionId }),
  };
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
