import { z } from "zod";

import { admin, jobsOnly, office, owner, self } from "@/lib/words/grants";
import { defineWords } from "@/lib/words/define-words";
import { conflict, forbidden, invalid, notFound, rule, unauthorized } from "@/lib/words/refusals";
import { setting, whole } from "@/lib/words/setting";
import type { UserStatus } from "@/lib/core/actor";
import { dayMinutes } from "@/lib/core/durations";
import { sampleId } from "@/lib/words/sample-id";

/** Who, whose account if an owner's, and why. */
const statusChange = z.object({
  userId: z.uuid(),
  ownerId: z.uuid().nullable(),
  reason: z.string().nullable(),
});

/** The command of whoever runs the installation, and what is done by the clock. */
const jobs = ["admin", "erase", "erase-warnings"] as const;

/** The words of this room (architecture.md, Two faces, and words of its own). */
export const words = defineWords({
  jobs,
  permissions: {
    "account.login": "public",
    "account.self": self,
    "operator.read": office,
    "operator.manage": office,
    "user.read": admin,
    "user.manage": admin,
    "user.delete": owner,
    "user.expire": jobsOnly("erase"),
    "user.warn": jobsOnly("erase-warnings"),
    "user.erase": { ...admin, Job: ["admin", "erase"] },
    "owner.register": "public",
    "owner.read": { SystemAdmin: "any", Backoffice: "any", EvOwner: "own" },
    // Whom lists show without being named; `owner.read` is of whoever is named.
    "owner.list": { ...office, EvOwner: "own" },
    "owner.update": owner,
    "owner.deactivate": { SystemAdmin: "any", Backoffice: "any", EvOwner: "own" },
    "owner.reactivate": { SystemAdmin: "any", Backoffice: "any" },
    "admin.create": jobsOnly("admin", "seed"),
    "link.issue": jobsOnly("admin", "outbox"),
    "credential.clean": jobsOnly("clean-up"),
  },
  errors: {
    "login.failed": unauthorized(),
    "login.deactivated": unauthorized(),
    "login.blocked": unauthorized(),
    "login.deleted": unauthorized<{ eraseAfter: Date }>(),
    "login.not_found": notFound(),
    "refresh.invalid": unauthorized(),
    "refresh.reused": unauthorized(),
    "link.invalid": rule(),
    "password.wrong": rule(),
    "password.needed": rule(),
    "password.common": invalid(),
    "password.unchanged": rule(),
    "password.change_required": forbidden(),
    "picture.not_found": notFound(),
    "picture.invalid": invalid(),
    "user.not_found": notFound(),
    "user.email_taken": conflict(),
    "user.status": conflict<{ status: UserStatus }>(),
    "language.not_offered": invalid<{ languages: readonly string[] }>(),
    "user.last_admin": rule(),
    "owner.not_found": notFound(),
    "owner.nic_taken": conflict(),
    "owner.nic_fixed": rule(),
    "owner.phone_taken": conflict(),
    "owner.reason_required": invalid(),
    "owner.not_served": rule(),
    "owner.deactivated": rule(),
    "operator.not_found": notFound(),
    "operator.business_required": invalid(),
    "operator.stations_unknown": invalid(),
  },
  published: [
    "deletionGraceDays",
    "invitationHours",
    "passwordResetMinutes",
    "loginLimitPerAccount",
    "loginLimitPerAddress",
    "signUpLimitPerAddress",
  ],
  settings: {
    accessTokenMinutes: setting("ACCESS_TOKEN_MINUTES", whole(1, dayMinutes), 60, []),
    refreshTokenDays: setting("REFRESH_TOKEN_DAYS", whole(1, 90), 7, []),
    deletionGraceDays: setting("DELETION_GRACE_DAYS", whole(1, 365), 30, []),
    sessionDays: setting("SESSION_DAYS", whole(1, 365), 30, []),
    invitationHours: setting("INVITATION_HOURS", whole(1, 720), 72, []),
    passwordResetMinutes: setting("PASSWORD_RESET_MINUTES", whole(5, dayMinutes), 60, []),
    loginLimitPerAccount: setting("LOGIN_LIMIT_PER_ACCOUNT", whole(1, 10_000), 10, []),
    loginLimitPerAddress: setting("LOGIN_LIMIT_PER_ADDRESS", whole(1, 100_000), 50, []),
    phoneCountry: setting(
      "PHONE_COUNTRY",
      z.string().regex(/^[A-Z]{2}$/),
      "US",
      ["Business"],
      "records",
    ),
    signUpLimitPerAddress: setting("SIGN_UP_LIMIT_PER_ADDRESS", whole(1, 10_000), 10, []),
  },
  events: {
    "user.created": z.object({ userId: z.uuid() }),
    "user.changed": z.object({ userId: z.uuid(), ownerId: z.uuid().optional() }),
    "user.invited": z.object({ userId: z.uuid() }),
    "user.password_reset_requested": z.object({ userId: z.uuid() }),
    "user.password_changed": z.object({
      userId: z.uuid(),
      /** How many passkeys went with the old one; not there where none did. */
      passkeysRemoved: z.int().optional(),
    }),
    "user.deactivated": statusChange,
    "user.reactivated": statusChange,
    "user.blocked": statusChange,
    "user.deleted": statusChange.extend({ eraseAfter: z.iso.datetime() }),
    /** Somebody who deleted their account loses it for good in three days. */
    "user.erasure_near": z.object({
      userId: z.uuid(),
      ownerId: z.uuid(),
      eraseAfter: z.iso.datetime(),
    }),
    "user.restored": statusChange,
    "user.erased": statusChange,
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
      "Delete",
      "Restore",
      "EndLogin",
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
    profile: { permission: "account.self", icon: "CircleUserRound", places: { owner: 50 } },
  },
  shortcuts: {
    addOperator: {
      permission: "operator.manage",
      path: "operators/new",
      places: { admin: 30, backoffice: 30 },
    },
    blockUser: { permission: "user.read", path: "users", places: { admin: 31 } },
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
    /** Who deleted their account, and may have it back. */
    deletedOwnerId: sampleId(72),
    /** Another browser of the sample's owner. */
    loginId: sampleId(73),
    password: "correct horse 42 battery",
    refreshToken: "bbr_2Qx0Jm3uV8cN5tYp7wZa9sDf1gHk4LqE",
    linkToken: "bbl_9sDf1gHk4LqE2Qx0Jm3uV8cN5tYp7wZa",
  },
  samplePaths: {
    "/operators/{id}": "operatorId",
    "/owners/{nic}": "ownerNic",
    "/users/{id}": "operatorId",
    "/auth/sessions/{id}": "loginId",
  },
});
