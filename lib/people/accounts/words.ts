import { z } from "zod";

import { admin, jobsOnly, office, owner, self } from "@/lib/words/grants";
import { defineWords } from "@/lib/words/define-words";
import { conflict, forbidden, invalid, notFound, rule, unauthorized } from "@/lib/words/refusals";
import { setting, whole } from "@/lib/words/setting";
import { dayMinutes } from "@/lib/core/durations";
import { sampleId } from "@/lib/words/sample-id";

/** Who, whose account if an owner's, and why. */
const statusChange = z.object({
  userId: z.uuid(),
  ownerId: z.uuid().nullable(),
  reason: z.string().nullable(),
});

/** The words of this room (architecture.md, Two faces, and words of its own). */
export const words = defineWords({
  jobs: ["admin"],
  permissions: {
    "account.login": "public",
    "account.self": self,
    "operator.read": office,
    "operator.manage": office,
    "user.read": admin,
    "user.manage": admin,
    "user.erase": admin,
    "owner.register": "public",
    "owner.read": { SystemAdmin: "any", Backoffice: "any", EvOwner: "own" },
    "owner.update": owner,
    "owner.deactivate": { SystemAdmin: "any", Backoffice: "any", EvOwner: "own" },
    "owner.reactivate": { SystemAdmin: "any", Backoffice: "any" },
    "admin.create": jobsOnly("admin", "seed"),
    "link.issue": jobsOnly("admin", "outbox"),
    "credential.clean": jobsOnly("clean-up"),
  },
  errors: {
    "login.failed": unauthorized("The user name or the password is not right."),
    "login.deactivated": unauthorized("This account is deactivated. Ask your administrator."),
    "login.blocked": unauthorized("This account is blocked. Contact support."),
    "refresh.invalid": unauthorized(
      "The refresh token is not valid or has expired. Sign in again.",
    ),
    "refresh.reused": unauthorized(
      "This refresh token was used before. Every session it began is closed; sign in again.",
    ),
    "link.invalid": rule("This link is not valid, was used already or has expired."),
    "password.wrong": rule("The current password is not right."),
    "password.common": invalid("This password is among the most common ones. Choose another."),
    "password.unchanged": rule("The new password must differ from the current one."),
    "password.change_required": forbidden("Choose a password of your own first."),
    "user.not_found": notFound("There is no such user."),
    "user.email_taken": conflict("This email address is in use already."),
    "user.status": conflict<{ status: string }>(
      ({ status }) => `The account is ${status}, so this cannot be done.`,
    ),
    "language.not_offered": invalid<{ languages: readonly string[] }>(
      ({ languages }) => `Use one of ${languages.join(", ")}.`,
    ),
    "user.last_admin": rule("This is the last active administrator. Make another one first."),
    "owner.not_found": notFound("There is no such owner."),
    "owner.nic_taken": conflict("This identity number is registered already."),
    "owner.phone_taken": conflict("This phone number is in use already."),
    "owner.reason_required": invalid("Give a reason."),
    "owner.deactivated": rule(
      "Your account is deactivated. Contact the station's office to have it reactivated.",
    ),
    "operator.not_found": notFound("There is no such operator."),
    "operator.business_required": invalid(
      "Name the business, or at least one station, all of one business.",
    ),
    "operator.stations_unknown": invalid("A station is unknown or belongs to another business."),
  },
  published: [
    "invitationHours",
    "passwordResetMinutes",
    "loginLimitPerAccount",
    "loginLimitPerAddress",
    "signUpLimitPerAddress",
  ],
  settings: {
    accessTokenMinutes: setting(
      "ACCESS_TOKEN_MINUTES",
      whole(1, dayMinutes),
      60,
      [],
      "Life of an access token.",
    ),
    refreshTokenDays: setting(
      "REFRESH_TOKEN_DAYS",
      whole(1, 90),
      7,
      [],
      "Life of a refresh token.",
    ),
    invitationHours: setting(
      "INVITATION_HOURS",
      whole(1, 720),
      72,
      [],
      "Life of an invitation link.",
    ),
    passwordResetMinutes: setting(
      "PASSWORD_RESET_MINUTES",
      whole(5, dayMinutes),
      60,
      [],
      "Life of a password reset link.",
    ),
    loginLimitPerAccount: setting(
      "LOGIN_LIMIT_PER_ACCOUNT",
      whole(1, 10_000),
      10,
      [],
      "Logins per account in 15 minutes.",
    ),
    loginLimitPerAddress: setting(
      "LOGIN_LIMIT_PER_ADDRESS",
      whole(1, 100_000),
      50,
      [],
      "Logins per address in 15 minutes.",
    ),
    signUpLimitPerAddress: setting(
      "SIGN_UP_LIMIT_PER_ADDRESS",
      whole(1, 10_000),
      10,
      [],
      "Registrations, business requests and forgotten passwords per address in an hour.",
    ),
  },
  events: {
    "user.created": z.object({ userId: z.uuid() }),
    "user.changed": z.object({ userId: z.uuid(), ownerId: z.uuid().optional() }),
    "user.invited": z.object({ userId: z.uuid() }),
    "user.password_reset_requested": z.object({ userId: z.uuid() }),
    "user.password_changed": z.object({ userId: z.uuid() }),
    "user.deactivated": statusChange,
    "user.reactivated": statusChange,
    "user.blocked": statusChange,
    "owner.registered": z.object({ userId: z.uuid(), ownerId: z.uuid() }),
  },
  subjects: { user: "userId", owner: "userId" },
  audited: {
    things: ["User"],
    actions: [
      "Create",
      "Update",
      "Deactivate",
      "Reactivate",
      "Block",
      "AssignStations",
      "SetPassword",
      "ChangePassword",
      "Erase",
    ],
    personal: { User: ["name", "email", "phone", "nic", "vehiclePlate"] },
  },
  navigation: {
    operators: {
      permission: "operator.read",
      icon: "UserCog",
      places: { admin: 50, backoffice: 50 },
    },
    users: { permission: "user.read", icon: "Users", places: { admin: 60 } },
    owners: { permission: "owner.read", icon: "IdCard", places: { backoffice: 60 } },
  },
  shortcuts: {
    addOperator: {
      permission: "operator.manage",
      path: "operators/new",
      places: { admin: 30, backoffice: 30 },
    },
    changePassword: {
      permission: "account.self",
      path: "/change-password",
      places: { admin: 40, backoffice: 40 },
    },
  },
  limits: {
    login: [
      { by: "address", setting: "loginLimitPerAddress", minutes: 15 },
      { by: "account", setting: "loginLimitPerAccount", minutes: 15 },
    ],
    signUp: [{ by: "address", setting: "signUpLimitPerAddress", minutes: 60 }],
  },
  samples: {
    operatorId: sampleId(12),
    deactivatedOperatorId: sampleId(13),
    officeId: sampleId(14),
    adminId: sampleId(15),
    ownerId: sampleId(16),
    ownerNic: "200212345679",
    deactivatedOwnerId: sampleId(17),
    deactivatedOwnerNic: "851234567V",
    password: "correct horse 42 battery",
    refreshToken: "bbr_2Qx0Jm3uV8cN5tYp7wZa9sDf1gHk4LqE",
    linkToken: "bbl_9sDf1gHk4LqE2Qx0Jm3uV8cN5tYp7wZa",
  },
  samplePaths: {
    "/operators/{id}": "operatorId",
    "/owners/{nic}": "ownerNic",
    "/users/{id}": "operatorId",
  },
});
