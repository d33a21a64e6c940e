import type { MeView, OperatorView, OwnerView, UserView } from "./schema";
import type { AccountRow, OwnerRow } from "./store/accounts";

/** What every account shows of itself, whatever its role. */
export function viewUser(account: AccountRow): UserView {
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
  };
}

/** The account as its own user sees it. */
export function viewMe(account: AccountRow): MeView {
  return {
    ...viewUser(account),
    operatorStationIds: [...account.stationIds],
    ownerNic: account.nic,
    vehiclePlate: account.vehiclePlate,
  };
}

/** The operator as the office sees it, with the assigned stations. */
export function viewOperator(account: AccountRow): OperatorView {
  return { ...viewUser(account), stationIds: [...account.stationIds] };
}

/** The owner's profile. */
export function viewOwner(owner: OwnerRow): OwnerView {
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
  };
}
