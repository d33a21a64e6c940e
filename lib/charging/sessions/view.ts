import { whereAlpha2 } from "iso-3166-1";

import type { Context } from "@/lib/core/context";
import { hourMs } from "@/lib/core/durations";
import { actionsOn } from "@/lib/core/machines";
import { moneyView, toMajor } from "@/lib/core/money";
import { billedTime } from "@/lib/money/tariffs/inside";

import { billedMinutes, sessionMachine, settle } from "./rules";
import type { IssuedLine, IssuedReceipt, SessionView } from "./schema";
import type { SessionRow } from "./store/sessions";

/** The session as the API shows it to the actor; the time decides whether one that runs stays over its time. */
export function viewSession(ctx: Context, row: SessionRow): SessionView {
  return {
    id: row.id,
    bookingId: row.bookingId,
    bookingNumber: row.bookingNumber,
    status: row.status,
    stationId: row.stationId,
    stationName: row.stationName,
    timeZone: row.timeZone,
    ownerNic: row.ownerNic,
    ownerName: row.ownerName,
    vehiclePlate: row.vehiclePlate,
    connector: {
      id: row.connectorId,
      number: row.connectorNumber,
      standards: row.connectorStandards,
    },
    startedAt: row.startedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    pausedAt: row.pausedAt?.toISOString() ?? null,
    bookedUntil: row.bookedUntil.toISOString(),
    overstay: (row.endedAt ?? ctx.clock.now()) > row.bookedUntil,
    kWh: row.energyWh === null ? null : row.energyWh / 1_000,
    metered: row.metered,
    totals: totalsOf(row),
    payment: row.totalMinor === null ? null : paymentOf(row),
    notes: row.notes,
    receiptNumber: row.receiptNumber,
    can: actionsOn(ctx, sessionMachine, row),
  };
}

function totalsOf(row: SessionRow): SessionView["totals"] {
  if (row.totalMinor === null) return null;
  const view = (minor: number | null) => moneyView(minor ?? 0, row.currency);
  return {
    energy: view(row.energyMinor),
    time: view(row.timeMinor),
    fee: view(row.feeMinor),
    subtotal: view(row.subtotalMinor),
    tax: view(row.taxMinor),
    total: view(row.totalMinor),
  };
}

function paymentOf(row: SessionRow): IssuedReceipt["payment"] {
  const paid = row.paidMinor ?? 0;
  const { dueMinor, changeMinor } = settle(row.totalMinor ?? 0, paid);
  return {
    mode: row.paymentMode,
    amount: moneyView(paid, row.currency),
    due: moneyView(dueMinor, row.currency),
    change: moneyView(changeMinor, row.currency),
  };
}

/** Who issues a receipt, and when. */
interface Issue {
  readonly number: string;
  readonly issuedAt: Date;
  readonly endedAt: Date;
  readonly business: IssuedReceipt["business"];
}

/** The receipt of a finalized session, as it is stored and stays. */
export function viewReceipt(row: SessionRow, issue: Issue): IssuedReceipt {
  const { number, issuedAt, endedAt, business } = issue;
  return {
    number,
    issuedAt: issuedAt.toISOString(),
    sessionId: row.id,
    bookingNumber: row.bookingNumber,
    business,
    owner: { name: row.ownerName, vehiclePlate: row.vehiclePlate },
    station: { name: row.stationName, address: row.stationAddress, timeZone: row.timeZone },
    connectorNumber: row.connectorNumber,
    startedAt: row.startedAt.toISOString(),
    endedAt: endedAt.toISOString(),
    minutes: round2(billedMinutes(row.startedAt, endedAt)),
    kWh: row.energyWh === null ? null : row.energyWh / 1_000,
    lines: receiptLines(row, billedMinutes(row.startedAt, endedAt)),
    subtotal: moneyView(row.subtotalMinor ?? 0, row.currency),
    taxPercent: row.tariff.taxMilliPercent / 1_000,
    tax: moneyView(row.taxMinor ?? 0, row.currency),
    total: moneyView(row.totalMinor ?? 0, row.currency),
    payment: paymentOf(row),
  };
}

/** A line for every amount that is not nothing; a free session has one line. */
function receiptLines(row: SessionRow, usedMinutes: number): IssuedLine[] {
  const { tariff, currency } = row;
  const money = (minor: number | null) => moneyView(minor ?? 0, currency);
  const lines: IssuedLine[] = [];
  if (row.energyMinor && row.energyWh !== null) {
    const values = { kWh: row.energyWh / 1_000, perKwh: money(tariff.perKwhMinor) };
    lines.push({ kind: "Energy", values, amount: money(row.energyMinor) });
  }
  if (row.timeMinor) {
    const { minutes, increments } = billedTime(tariff, usedMinutes);
    const values = {
      minutes: round2(minutes),
      perHour: money(tariff.perHourMinor),
      incrementMinutes: tariff.billingIncrementMinutes,
      increments,
    };
    lines.push({ kind: "Time", values, amount: money(row.timeMinor) });
  }
  if (row.feeMinor) {
    const amount = money(row.feeMinor);
    lines.push(
      tariff.mode === "Hybrid"
        ? { kind: "MinimumFee", values: { minimumFee: money(tariff.minimumFeeMinor) }, amount }
        : { kind: "SessionFee", values: {}, amount },
    );
  }
  return lines.length > 0 ? lines : [{ kind: "FreeOfCharge", values: {}, amount: money(0) }];
}

/**
 * The session as OCPI 2.2.1's CDR object, with who we are to roaming partners. Hours and kWh are decimals; the time
 * in which it stood paused is the parking time, a part of the total.
 */
export function viewCdr(
  session: SessionRow & { readonly endedAt: Date; readonly pausedMs: number },
  { countryCode, partyId }: { readonly countryCode: string; readonly partyId: string },
): Record<string, unknown> {
  const party = { country_code: countryCode, party_id: partyId };
  const hours = round4(billedMinutes(session.startedAt, session.endedAt) / 60);
  const kWh = (session.energyWh ?? 0) / 1_000;
  const price = (minor: number | null) => Number(toMajor(minor ?? 0, session.currency));
  return {
    ...party,
    id: session.id,
    start_date_time: session.startedAt.toISOString(),
    end_date_time: session.endedAt.toISOString(),
    session_id: session.id,
    cdr_token: {
      ...party,
      uid: session.bookingId,
      type: "APP_USER",
      contract_id: session.bookingNumber,
    },
    auth_method: "COMMAND",
    authorization_reference: session.bookingNumber,
    cdr_location: locationOf(session, countryCode),
    currency: session.currency,
    charging_periods: [
      {
        start_date_time: session.startedAt.toISOString(),
        dimensions: [
          ...(session.metered ? [{ type: "ENERGY", volume: kWh }] : []),
          { type: "TIME", volume: hours },
        ],
      },
    ],
    total_cost: {
      excl_vat: price(session.subtotalMinor),
      incl_vat: price(session.totalMinor),
    },
    total_fixed_cost: { excl_vat: price(session.feeMinor) },
    total_energy: kWh,
    total_energy_cost: { excl_vat: price(session.energyMinor) },
    total_time: hours,
    total_parking_time: round4(session.pausedMs / hourMs),
    total_time_cost: { excl_vat: price(session.timeMinor) },
    remark: session.notes ?? undefined,
    invoice_reference_id: session.receiptNumber,
    last_updated: session.endedAt.toISOString(),
  };
}

function locationOf(session: SessionRow, countryCode: string) {
  const standard = session.connectorStandards[0] ?? "IEC_62196_T2";
  return {
    id: session.stationId,
    name: session.stationName,
    ...addressParts(session.stationAddress),
    country: whereAlpha2(countryCode)?.alpha3 ?? "USA",
    coordinates: {
      latitude: session.latitude.toFixed(6),
      longitude: session.longitude.toFixed(6),
    },
    evse_uid: session.connectorId,
    evse_id: session.connectorId,
    connector_id: String(session.connectorNumber),
    connector_standard: standard,
    connector_format: "CABLE",
    connector_power_type: /COMBO|CHADEMO|GBT_DC|MCS/.test(standard) ? "DC" : "AC_1_PHASE",
  };
}

/** Addresses are one line here; OCPI wants the city apart: "street, city, region and postal code". */
function addressParts(whole: string) {
  const parts = whole.split(",").map((part) => part.trim());
  const postalCode = /\b\d{4,6}\b(?!.*\d)/.exec(parts.at(-1) ?? "")?.[0];
  const city = (parts.length > 2 ? parts.at(-2) : parts.at(-1)) ?? whole;
  return {
    address: (parts[0] ?? whole).slice(0, 45),
    city: city.slice(0, 45),
    ...(postalCode ? { postal_code: postalCode } : {}),
  };
}

const round4 = (value: number) => Math.round(value * 10_000) / 10_000;
const round2 = (value: number) => Math.round(value * 100) / 100;
