import { z } from "zod";

import { fault } from "@/lib/core/fault";
import {
  changedPhone,
  codeText,
  emailAddress,
  idOf,
  instantView,
  plainLine,
  personName,
  phoneNumber,
  reasonText,
  searchText,
  somethingToChange,
  sortBy,
} from "@/lib/core/fields";
import { nicCountry, nicFormats } from "@/lib/core/identity-numbers";
import { roles, userStatuses } from "@/lib/core/actor";
import { newPassword } from "@/lib/core/credentials";
import { contracts } from "@/lib/core/contract";
import { Preferences } from "./schema/preferences";

export { DeleteUser, Deletion, LoginView, SetPicture } from "./schema/own-account";
export {
  ChangePassword,
  ForgotPassword,
  type LinkView,
  Login,
  Logout,
  RefreshTokens,
  SetPassword,
} from "./schema/login";
export { ChoosePreferences, distanceUnit, Preferences, theme } from "./schema/preferences";

/** In which contract, other than ours, tokens were asked for. */
export const tokenContract = z.enum(contracts).exclude(["baybook"]);
export const role = z.enum(roles);
export const userStatus = z.enum(userStatuses);
/**
 * Everything that is done to an account by its status; `rules.ts` says who, from where and to what. `reactivate` is
 * that of `owners/{nic}` and `operators/{id}`, `restore` that of `users/{id}`, which lifts a block too.
 */
export const userAction = z.enum([
  "deactivate",
  "reactivate",
  "restore",
  "undelete",
  "delete",
  "block",
  "erase",
]);
export type UserAction = z.infer<typeof userAction>;
export const linkPurpose = z.enum(["Invitation", "PasswordReset"]);
export type LinkPurpose = z.infer<typeof linkPurpose>;

export const vehiclePlate = plainLine(20);

/** What names an owner on a path: an identity number in any spelling, or the user's id. */
export const ownerKey = plainLine(64);

// ── What comes in ────────────────────────────────────────────────────────────────────────────────

export const RegisterOwner = z
  .strictObject({
    nic: codeText(64),
    /** Whose identity number it is, ISO 3166-1 alpha-2. */
    country: nicCountry.default("LK"),
    name: personName,
    email: emailAddress,
    phone: phoneNumber,
    vehiclePlate: vehiclePlate.optional(),
    password: newPassword,
  })
  .superRefine(({ nic, country }, check) => {
    const { pattern, fault: message } = nicFormats[country];
    if (!pattern.test(nic)) check.addIssue({ code: "custom", path: ["nic"], message });
  });
export type RegisterOwner = z.infer<typeof RegisterOwner>;

/** A driver who signs up with an email alone; businesses and their staff come another way. */
export const RegisterDriver = z.strictObject({
  email: emailAddress,
  password: newPassword,
  name: personName,
  phone: phoneNumber.optional(),
  role: z.literal("EvOwner", fault("driver_only")).optional(),
});
export type RegisterDriver = z.infer<typeof RegisterDriver>;

const ownFacts = {
  name: personName.optional(),
  email: emailAddress.optional(),
  phone: phoneNumber.optional(),
  /** The one they have, in any spelling; in a profile that has none, the one they give once. */
  nic: codeText(64).optional(),
};
export const UpdateProfile = z
  .strictObject({ ...ownFacts, country: nicCountry.optional() })
  .refine(...somethingToChange);
export type UpdateProfile = z.infer<typeof UpdateProfile>;

export const UpdateOwner = z
  // Null takes the plate away.
  .strictObject({ ...ownFacts, vehiclePlate: vehiclePlate.nullish() })
  .refine(...somethingToChange);
export type UpdateOwner = z.infer<typeof UpdateOwner>;

/** Why a status is changed. */
export const StatusChange = z.strictObject({ reason: reasonText.optional() });
export type StatusChange = z.infer<typeof StatusChange>;

const newAdmin = { email: emailAddress, name: personName, password: newPassword.optional() };
export const CreateAdmin = z.strictObject(newAdmin);
export type CreateAdmin = z.infer<typeof CreateAdmin>;

const stationIds = z.array(idOf("station_id")).max(1_000);

export const CreateOperator = z.strictObject({
  email: emailAddress,
  /** By default the part of the email before the @, since the first contract has no name. */
  name: personName.optional(),
  phone: phoneNumber.optional(),
  /** Must be changed at the first login on the web. Without one, an invitation is sent. */
  password: newPassword.optional(),
  stationIds: stationIds.default([]),
  /** For a SystemAdmin; by default the business of the stations. */
  businessId: idOf("business_id").optional(),
});
export type CreateOperator = z.infer<typeof CreateOperator>;

export const UpdateOperator = z
  .strictObject({
    email: emailAddress.optional(),
    name: personName.optional(),
    /** Null where there is none any more. */
    phone: changedPhone.nullish(),
    stationIds: stationIds.optional(),
  })
  .refine(...somethingToChange);
export type UpdateOperator = z.infer<typeof UpdateOperator>;

const listed = { status: userStatus.optional(), search: searchText.optional() };
const byAge = { sort: sortBy("name", "createdAt").default("-createdAt") };
/** `search` is a part of the NIC, name, email or phone. */
export const ListOwners = z.object({ ...listed, ...byAge });
export const ListOperators = z.object({
  ...listed,
  businessId: idOf("business_id").optional(),
  stationId: idOf("station_id").optional(),
  sort: sortBy("name", "createdAt").default("name"),
});
export const ListUsers = z.object({
  ...listed,
  ...byAge,
  role: role.optional(),
  businessId: idOf("business_id").optional(),
});
export type ListOwners = z.infer<typeof ListOwners>;
export type ListOperators = z.infer<typeof ListOperators>;
export type ListUsers = z.infer<typeof ListUsers>;

// ── What goes out ────────────────────────────────────────────────────────────────────────────────

/** What every account shows. */
const account = {
  id: z.uuid(),
  status: userStatus,
  name: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  lastLoginAt: instantView.nullable(),
  createdAt: instantView,
  /** What the caller may do with the account now. */
  can: z.array(userAction),
  /** Of that, what is done with a reason alone. */
  asksReason: z.array(userAction),
};

export const UserView = z.object({
  ...account,
  role,
  businessId: z.uuid().nullable(),
  mustChangePassword: z.boolean(),
});
export type UserView = z.infer<typeof UserView>;

const alsoInLogin = { operatorStationIds: z.array(z.uuid()), ownerNic: z.string().nullable() };
export const MeView = UserView.extend({
  ...alsoInLogin,
  vehiclePlate: z.string().nullable(),
  /** Their picture, which `GET profile/picture` shows; null for none. */
  pictureUploadId: z.uuid().nullable(),
  ...Preferences.shape,
});
export type MeView = z.infer<typeof MeView>;

export const LoginResult = z.object({
  accessToken: z.string(),
  refreshToken: z.string(),
  /** Seconds until the access token expires. */
  expiresIn: z.number().int(),
  role,
  businessId: z.uuid().nullable(),
  /** The same as `businessId`, by its name in the product's first contract. */
  backofficeId: z.uuid().nullable(),
  ...alsoInLogin,
  user: UserView,
  mustChangePassword: z.boolean(),
});
export type LoginResult = z.infer<typeof LoginResult>;

export const Registered = z.object({
  user: MeView,
  tokens: LoginResult.pick({ accessToken: true, refreshToken: true, expiresIn: true }),
});
export type Registered = z.infer<typeof Registered>;

export const OwnerView = z.object({
  ...account,
  /** The same as `id`, by its name in the product's first contract. */
  ownerId: z.uuid(),
  /** Null where they gave none. */
  nic: z.string().nullable(),
  country: nicCountry.nullable(),
  vehiclePlate: z.string().nullable(),
});
export type OwnerView = z.infer<typeof OwnerView>;

export const OperatorView = UserView.extend({ stationIds: z.array(z.uuid()) });
export type OperatorView = z.infer<typeof OperatorView>;

/** That a request was taken, and nothing about whether it found anybody. */
export const Accepted = z.object({ accepted: z.literal(true) });
export type Accepted = z.infer<typeof Accepted>;
