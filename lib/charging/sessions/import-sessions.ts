import { keepPastBookings } from "@/lib/charging/bookings/inside";
import { inTransaction, type Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { authorize, type Authorized } from "@/lib/core/permissions";
import { priceCharge, toTariff, type Tariff } from "@/lib/money/tariffs/inside";
import type { PricingInput } from "@/lib/money/tariffs/schema";
import { assertBusinessActive } from "@/lib/people/businesses/inside";
import { recordAudit } from "@/lib/records/audit/inside";
import { publishEvent } from "@/lib/records/outbox/inside";
import { getSettings } from "@/lib/records/settings/inside";
import { rulesIn } from "@/lib/words/rule-words";

import { parsePastSessions, type PastRow } from "./parse-past-sessions";
import { parsePastSites } from "./parse-past-sites";
import { placePast, type Placed } from "./place-past";
import { billedMinutes, pastKey } from "./rules";
import type { SessionImport } from "./schema";
import { findImportKeys, insertPast, lockImport } from "./store/past";
import { getIssuer } from "./store/receipts";

export interface ImportSessions {
  /** The file as it was sent, or its text. */
  readonly source: string | Uint8Array;
  readonly businessId: string;
  /** Where the file's sites are, as a CSV, for those that are no stations of the business yet. */
  readonly sites?: string;
  /** What was paid for each, by the rules of any tariff; nothing without it, because the file does not say. */
  readonly pricing?: PricingInput;
  /** Whose clocks the file's times are of; the business's by default. */
  readonly timeZone?: string;
}

/** Rows of one statement. */
const batch = 1_000;

/**
 * Loads what another system kept of past charging as walk-ups that were completed, each with its session, at stations
 * of one business; all or nothing. Every row is imported, refused with its reason, or a duplicate of one that is there
 * (also of an earlier import). Nobody is written to about the past: one event tells of the import, and an audit record
 * each booking, session and station.
 * Throws `import.unreadable`, `business.not_active`, or request.invalid at the price's fields.
 */
export async function importSessions(ctx: Context, input: ImportSessions): Promise<SessionImport> {
  const { businessId } = authorize(
    ctx,
    "session.import",
    { businessId: input.businessId },
    "business.not_found",
  );
  await assertBusinessActive(ctx, businessId);
  const timeZone = input.timeZone ?? (await getIssuer(ctx, businessId)).timeZone;
  const { rows, exchanged } = await parsePastSessions(input.source, timeZone, ctx.clock.now());
  const sites = input.sites === undefined ? [] : await parsePastSites(input.sites);
  return inTransaction(ctx, async (ctx) => {
    await lockImport(ctx, businessId);
    const fresh = await freshOf(ctx, businessId, rows);
    const about = authorize(ctx, "session.import", { businessId }, "business.not_found");
    const { placed, faults } = await placePast(ctx, about, fresh, {
      sites,
      pricing: input.pricing,
    });
    const currency = (await getSettings(ctx, { businessId })).defaultCurrency;
    const tariff = toTariff(input.pricing ?? { mode: "Flat", fee: "0" }, {
      currency,
      taxPercent: 0,
    });
    for (let from = 0; from < placed.length; from += batch) {
      await keep(ctx, about, placed.slice(from, from + batch), tariff);
    }
    await tell(ctx, businessId, placed);
    const words = rulesIn(ctx.locale);
    const refused = [...rows.flatMap((one) => ("fault" in one ? [one] : [])), ...faults]
      .toSorted((one, other) => one.row - other.row)
      .map(({ row, fault }) => ({ row, why: words.fault(fault) }));
    const counts = { read: rows.length, imported: placed.length, refused: refused.length };
    const duplicates = counts.read - counts.imported - counts.refused;
    return { ...counts, duplicates, exchanged, rows: refused };
  });
}

/** The rows with a session that was not imported before, each once. */
async function freshOf(ctx: Context, businessId: string, rows: readonly PastRow[]) {
  const known = await findImportKeys(ctx, businessId);
  return rows.flatMap((one) => {
    if (!("session" in one)) return [];
    const key = pastKey(one.session);
    if (known.has(key)) return [];
    known.add(key);
    return [{ row: one.row, key, ...one.session }];
  });
}

async function keep(
  ctx: Context,
  business: Authorized<{ readonly businessId: string }>,
  placed: readonly Placed[],
  tariff: Tariff,
): Promise<void> {
  const { businessId } = business;
  const charged = placed.map((one) => {
    const minutes = billedMinutes(one.startedAt, one.endedAt);
    return { ...one, charge: priceCharge(tariff, { minutes, energyWh: one.energyWh }) };
  });
  const bookingIds = await keepPastBookings(
    ctx,
    business,
    charged.map(({ stationId, startedAt, endedAt, charge }) => ({
      businessId,
      stationId,
      startsAt: startedAt,
      endsAt: endedAt,
      tariff,
      estimateMinor: charge.totalMinor,
    })),
  );
  const rows = charged.map((one, at) =>
    rowOf(one, { businessId, bookingId: bookingIds[at], tariff }),
  );
  await insertPast(ctx, rows);
  await recordAudit(ctx, ...rows.map(auditOf));
}

type Charged = Placed & { readonly charge: ReturnType<typeof priceCharge> };

function rowOf(
  { charge, ...one }: Charged,
  about: { businessId: string; bookingId: string | undefined; tariff: Tariff },
) {
  const paid = charge.totalMinor > 0;
  return {
    ...charge,
    id: newId(),
    bookingId: about.bookingId ?? "",
    businessId: about.businessId,
    stationId: one.stationId,
    connectorId: one.connectorId,
    startedAt: one.startedAt,
    endedAt: one.endedAt,
    metered: true,
    energyWh: one.energyWh,
    currency: about.tariff.currency,
    paymentMode: paid ? ("card" as const) : null,
    paidMinor: paid ? charge.totalMinor : null,
    importKey: one.key,
  };
}

const auditOf = ({ id, bookingId, businessId, stationId }: ReturnType<typeof rowOf>) => ({
  entity: "Session" as const,
  entityId: id,
  action: "Create" as const,
  to: "Completed",
  changes: { bookingId, imported: true },
  businessId,
  stationId,
});

/** One record a station and one event for all. */
async function tell(ctx: Context, businessId: string, placed: readonly Placed[]): Promise<void> {
  if (placed.length === 0) return;
  const stations = Map.groupBy(placed, ({ stationId }) => stationId);
  await recordAudit(
    ctx,
    ...[...stations].map(([stationId, of]) => ({
      entity: "Station" as const,
      entityId: stationId,
      action: "Import" as const,
      changes: { sessions: of.length },
      businessId,
      stationId,
    })),
  );
  await publishEvent(ctx, {
    type: "history.imported",
    payload: { businessId, sessions: placed.length },
    businessId,
  });
}
