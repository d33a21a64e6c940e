import type { Context } from "@/lib/core/context";
import { getSettings } from "@/lib/records/settings/inside";

import { normalizeNic, parseLoginName } from "./parse-login-name";
import { findByLoginName, findByNic, findByPlate, type AccountRow } from "./store/accounts";

/** What of a driver is known at the gate: the first of these that is given counts. */
export interface DriverSigns {
  readonly ownerNic?: string | undefined;
  readonly phone?: string | undefined;
  readonly plate?: string | undefined;
}

/**
 * The owner whom whoever stands before them means: by identity number, by phone (of the country of the business where
 * it does not say its own), or by a plate that is one owner's alone. Null for nobody, and for a plate of several.
 */
export async function findOwnerAtGate(
  ctx: Context,
  businessId: string | null,
  { ownerNic, phone, plate }: DriverSigns,
): Promise<AccountRow | null> {
  if (ownerNic !== undefined) return findByNic(ctx, normalizeNic(ownerNic));
  if (phone !== undefined) {
    const { phoneCountry } = await getSettings(ctx, { businessId });
    const name = parseLoginName(phone, phoneCountry);
    return "phone" in name ? findByLoginName(ctx, name) : null;
  }
  if (plate === undefined) return null;
  const [first, ...others] = await findByPlate(ctx, plate);
  return others.length > 0 ? null : (first ?? null);
}
