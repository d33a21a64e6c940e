import { userOf } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { failField } from "@/lib/core/errors";
import { isUuid } from "@/lib/core/ids";
import type { AuditEntity } from "@/lib/words";

import type { UploadKind, UploadVisibility } from "./schema";
import { claimOwn } from "./store/uploads";

/** What a file is to belong to, and who may open it then. */
export interface NewClaim {
  readonly kind: UploadKind;
  readonly entity: AuditEntity;
  readonly entityId: string;
  readonly visibility: UploadVisibility;
  /** The field of the input that named the file. */
  readonly field: string;
}

/**
 * Unclaimed → Claimed, in the transaction of what the file is for; of two at once, one gets it. The caller authorized
 * that. Throws `upload.not_claimable` for a file that is not the actor's own, of another kind, or in use.
 */
export async function claimUpload(ctx: Context, id: string, claim: NewClaim): Promise<void> {
  const { kind, field } = claim;
  const userId = userOf(ctx)?.userId ?? null;
  const claimed = isUuid(id) && (await claimOwn(ctx, { id, userId, kind }, claim));
  if (!claimed) throw failField("upload.not_claimable", field);
}
