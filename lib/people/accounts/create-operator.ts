import { recordAudit } from "@/lib/records/audit/inside";
import { inTransaction, type Context } from "@/lib/core/context";
import { fail, failField } from "@/lib/core/errors";
import { scopeOf } from "@/lib/core/permissions";

import { createStaff } from "./create-staff";
import { keepPhone } from "./keep-phone";
import type { CreateOperator, OperatorView } from "./schema";
import { replaceStations } from "./store/people";
import { viewOperator } from "./view";

/**
 * Makes an operator of one business and assigns stations (000-50). With a password, it must be changed at the
 * first login on the web; without, an invitation is sent.
 * Throws `operator.business_required`, `business.not_found`, `business.not_active`, `user.email_taken`,
 * `password.common`, or `operator.stations_unknown`, and then makes nobody.
 */
export async function createOperator(ctx: Context, input: CreateOperator): Promise<OperatorView> {
  const { stationIds, businessId: named, ...person } = input;
  return inTransaction(ctx, async (ctx) => {
    const businessId = await businessFor(ctx, named, stationIds);
    const account = await createStaff(ctx, {
      ...person,
      phone: await keepPhone(ctx, { typed: person.phone, businessId }),
      name: person.name ?? person.email.replace(/@.*$/, ""),
      role: "Operator",
      businessId,
      mustChangePassword: person.password !== undefined,
    });
    await assignStations(ctx, { id: account.id, businessId, stationIds: [] }, stationIds);
    return viewOperator(ctx, { ...account, stationIds: [...new Set(stationIds)].toSorted() });
  });
}

/** The own business for an office; for a SystemAdmin the named one, else that of the stations. */
async function businessFor(
  ctx: Context,
  named: string | undefined,
  stationIds: readonly string[],
): Promise<string> {
  const scope = scopeOf(ctx, "operator.manage");
  if (scope.reach === "business") {
    if (named !== undefined && named !== scope.businessId) throw fail("business.not_found");
    return scope.businessId;
  }
  const businessId = named ?? (await ctx.ports.businessOfStations(ctx, stationIds));
  if (!businessId) throw failField("operator.business_required", "businessId");
  await ctx.ports.assertBusinessActive(ctx, businessId);
  return businessId;
}

/** Makes these the operator's stations and records the difference. In a transaction. */
export async function assignStations(
  ctx: Context,
  operator: { id: string; businessId: string; stationIds: readonly string[] },
  stationIds: readonly string[],
): Promise<boolean> {
  const [before, after] = [operator.stationIds, stationIds].map((ids) =>
    [...new Set(ids)].toSorted(),
  );
  if (String(before) === String(after)) return false;
  const { id: userId, businessId } = operator;
  await replaceStations(ctx, { userId, businessId }, after ?? []);
  await recordAudit(ctx, {
    entity: "User",
    entityId: userId,
    action: "AssignStations",
    changes: { stationIds: [before, after] },
    businessId,
  });
  return true;
}
