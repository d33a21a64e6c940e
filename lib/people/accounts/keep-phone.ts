import type { Context } from "@/lib/core/context";
import { failInput } from "@/lib/core/errors";
import { readPhone } from "@/lib/core/phones";
import { getSettings } from "@/lib/records/settings/inside";

/** Whose phone it is, as far as that says how it is read. */
interface Phone {
  /** As it was typed; null and undefined stay. */
  readonly typed: string | null | undefined;
  /** As it is kept now: what came by an import may be no phone, and stays where it is not changed. */
  readonly stored?: string | null;
  /** The country is this business's (`phoneCountry`); else the platform's. */
  readonly businessId?: string | null;
  /** Where the input has it; `phone` where nothing is said. */
  readonly field?: string;
}

/**
 * The phone as it is kept, E.164, read by the country of the business or the platform where it is written without
 * one. Throws request.invalid at its field for what is no phone.
 */
export async function keepPhone<T extends string | null | undefined>(
  ctx: Context,
  { typed, stored, businessId = null, field = "phone" }: Phone & { readonly typed: T },
): Promise<T | string> {
  if (typeof typed !== "string" || typed === stored) return typed;
  const { phoneCountry } = await getSettings(ctx, { businessId });
  const phone = readPhone(typed, phoneCountry);
  if (phone === null) throw failInput([{ field, code: "phone" }]);
  return phone;
}
