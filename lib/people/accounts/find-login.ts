import type { Context } from "@/lib/core/context";
import { getSettings } from "@/lib/records/settings/inside";

import { parseLoginName, type LoginName } from "./parse-login-name";
import { findByLoginName, type AccountRow } from "./store/accounts";

/** The account that a user name means, a phone being one of the platform's country where it does not say its own. */
export async function findLogin(
  ctx: Context,
  username: string,
): Promise<{ readonly name: LoginName; readonly account: AccountRow | null }> {
  const { phoneCountry } = await getSettings(ctx);
  const name = parseLoginName(username, phoneCountry);
  return { name, account: await findByLoginName(ctx, name) };
}
