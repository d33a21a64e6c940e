import { recordAudit } from "@/lib/records/audit/inside";
import { changesOf } from "@/lib/core/changes";
import { inTransaction, type Context } from "@/lib/core/context";
import { publishEvent } from "@/lib/records/outbox/inside";

import { assignStations } from "./create-operator";
import { keepPhone } from "./keep-phone";
import { getOperator, readOperator, type OperatorKey } from "./read-operator";
import type { OperatorView, UpdateOperator } from "./schema";
import { lockAccount } from "./store/accounts";
import { updatePerson } from "./store/people";

/**
 * Changes an operator's facts or stations; what is not named stays, and new stations count from the next request.
 * Throws `operator.not_found`, `user.email_taken` at `email`, `operator.stations_unknown` at `stationIds`.
 */
export async function updateOperator(
  ctx: Context,
  { id, stationIds, ...given }: OperatorKey & UpdateOperator,
): Promise<OperatorView> {
  return inTransaction(ctx, async (ctx) => {
    const { businessId } = await getOperator(ctx, "operator.manage", { id });
    const operator = await lockAccount(ctx, id);
    const phone = await keepPhone(ctx, { typed: given.phone, stored: operator.phone, businessId });
    const patch = { ...given, phone };
    const changes = changesOf(operator, patch);
    const changed = Object.keys(changes).length > 0;
    if (changed) {
      await updatePerson(ctx, id, patch);
      await recordAudit(ctx, {
        entity: "User",
        entityId: id,
        action: "Update",
        changes,
        businessId,
      });
    }
    const moved =
      stationIds !== undefined &&
      (await assignStations(ctx, { ...operator, businessId }, stationIds));
    if (changed || moved) {
      await publishEvent(ctx, { type: "user.changed", payload: { userId: id }, businessId });
    }
    return readOperator(ctx, { id });
  });
}
