import type { Context } from "@/lib/core/context";
import { offersOn } from "@/lib/core/machines";

import { userMachine } from "./rules";
import type { MeView, OperatorView, OwnerView, Preferences, UserView } from "./schema";
import type { AccountRow, OwnerRow } from "./store/accounts";

/** What every account shows of itself, whatever its role. */
export function viewUser(ctx: Context, account: AccountRow): UserView {
  return {
    id: account.id,
    role: account.role,
    status: account.status,
    name: account.name,
    email: account.email,
    phone: account.phone,
    businessId: account.businessId,
    mustChangePassword: account.mustChangePassword,
    lastLoginAt: account.lastLoginAt?.toISOString() ?? null,
    createdAt: account.createdAt.toISOString(),
    ...offersOn(ctx, userMachine, account),
  };
}

/** The account as its own user sees it, with the picture that they have. */
export function viewMe(
  ctx: Context,
  account: AccountRow,
  pictureUploadId: string | null = null,
): MeView {
  return {
    ...viewUser(ctx, account),
    operatorStationIds: [...account.stationIds],
    ownerNic: account.nic,
    vehiclePlate: account.vehiclePlate,
    pictureUploadId,
    ...viewPreferences(account),
  };
}

/** What the account chose of how the product speaks to it. */
export function viewPreferences({
  locale,
  theme,
  hourCycle,
  distanceUnit,
}: Pick<AccountRow, "locale" | "theme" | "hourCycle" | "distanceUnit">): Preferences {
  return { language: locale, theme, hourCycle, distanceUnit };
}

/** The operator as the office sees it, with the assigned stations. */
export function viewOperator(ctx: Context, account: AccountRow): OperatorView {
  return { ...viewUser(ctx, account), stationIds: [...account.stationIds] };
}

/** The owner's profile. */
export function viewOwner(ctx: Context, owner: OwnerRow): OwnerView {
  return {
    id: owner.id,
    ownerId: owner.id,
    nic: owner.nic,
    country: owner.country,
    name: owner.name,
    email: owner.email,
    phone: owner.phone,
    vehiclePlate: owner.vehiclePlate,
    status: owner.status,
    lastLoginAt: owner.lastLoginAt?.toISOString() ?? null,
    createdAt: owner.createdAt.toISOString(),
    ...offersOn(ctx, userMachine, owner),
  };
}
