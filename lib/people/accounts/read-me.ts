import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { asHolder } from "@/lib/core/permissions";

import type { MeView } from "./schema";
import { findAccount, type AccountRow } from "./store/accounts";
import { findPicture } from "./store/pictures";
import { viewMe } from "./view";

/** The account of whoever asks; throws `auth.required` for nobody, and for who is gone. */
export async function getSelf(ctx: Context): Promise<AccountRow> {
  const { actor } = asHolder(ctx, "account.self");
  const account = await findAccount(ctx, actor.userId);
  if (!account) throw fail("auth.required");
  return account;
}

/** Who is signed in (api.md, GET auth/me). */
export async function readMe(ctx: Context): Promise<MeView> {
  const self = await getSelf(ctx);
  return viewMe(ctx, self, await findPicture(ctx, self.id));
}
