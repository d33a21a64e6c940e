import { inTransaction, type Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { claimUpload, releaseUploads } from "@/lib/records/files/inside";
import type { KeptUpload } from "@/lib/records/files/schema";

import { getSelf, readMe } from "./read-me";
import { recordOwnChange } from "./record-own-change";
import type { MeView } from "./schema";
import { lockAccount, type AccountRow } from "./store/accounts";
import { findPicture, storePicture } from "./store/pictures";

/**
 * Gives a picture of `keepPicture` to the own account, for oneself alone to see; the one that it had is gone for good
 * (004-9). Throws `upload.not_claimable` for a file that is not the caller's own.
 */
export async function setPicture(
  ctx: Context,
  { upload }: { readonly upload: KeptUpload },
): Promise<MeView> {
  return withPicture(ctx, async (ctx, { id }, had) => {
    await releaseUploads(ctx, { entity: "User", entityIds: [id] });
    await claimUpload(ctx, upload.id, {
      kind: "ProfilePicture",
      entity: "User",
      entityId: id,
      visibility: "Private",
      field: "file",
    });
    await storePicture(ctx, id, upload.id);
    return [had !== null, true];
  });
}

/** Takes the own picture away for good. Throws `picture.not_found`. */
export async function removePicture(ctx: Context): Promise<MeView> {
  return withPicture(ctx, async (ctx, { id }, had) => {
    if (had === null) throw fail("picture.not_found");
    await storePicture(ctx, id, null);
    await releaseUploads(ctx, { entity: "User", entityIds: [id] });
    return [true, false];
  });
}

async function withPicture(
  ctx: Context,
  work: (
    ctx: Context,
    self: AccountRow,
    had: string | null,
  ) => Promise<[before: boolean, after: boolean]>,
): Promise<MeView> {
  return inTransaction(ctx, async (ctx) => {
    const self = await lockAccount(ctx, (await getSelf(ctx)).id);
    const picture = await work(ctx, self, await findPicture(ctx, self.id));
    await recordOwnChange(ctx, self, { picture });
    return readMe(ctx);
  });
}
