import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { getSettings } from "@/lib/records/settings/inside";

import { getPermitted } from "./read-session";
import { findPausedMs } from "./store/pauses";
import { composeCdr } from "./compose-cdr";

/**
 * The charge detail record of a finalized session in the words of OCPI 2.2.1 (CDR object), for roaming partners
 * and back offices. Throws `session.not_found`, also while the session runs or when it was aborted.
 */
export async function readCdr(
  ctx: Context,
  { id }: { readonly id: string },
): Promise<Record<string, unknown>> {
  const session = await getPermitted(ctx, "session.read", id);
  const { status, endedAt } = session;
  if (status !== "Completed" || !endedAt) throw fail("session.not_found");
  const { ocpiCountryCode, ocpiPartyId } = await getSettings(ctx, session);
  const pausedMs = await findPausedMs(ctx, session.id);
  return composeCdr(
    { ...session, endedAt, pausedMs },
    { countryCode: ocpiCountryCode, partyId: ocpiPartyId },
  );
}
