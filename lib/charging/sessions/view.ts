import type { Context } from "@/lib/core/context";
import { roleOf } from "@/lib/core/actor";
import { actionsOn } from "@/lib/core/machines";
import { moneyView } from "@/lib/core/money";
import { viewPlace } from "@/lib/core/plugs";
import { billedTime } from "@/lib/money/tariffs/inside";

import { billedMinutes, costSoFar, sessionMachine, settle } from "./rules";
import type { IssuedLine, IssuedReceipt, SessionView } from "./schema";
import type { SessionRow } from "./store/sessions";

/** The session as the API shows it to the actor; the time decides whether one that runs stays over its time. */
export function viewSession(ctx: Context, row: SessionRow): SessionView {
  const can = actionsOn(ctx, sessionMachine, row);
  const { next } = row;
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
      ...viewPlace({
        standards: row.connectorStandards,
        powerW: row.connectorPowerW,
        plugPowersW: row.connectorPlugPowersW,
      }),
    },
    startedAt: row.startedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    pausedAt: row.pausedAt?.toISOString() ?? null,
    bookedUntil: row.bookedUntil.toISOString(),
    overstay: (row.endedAt ?? ctx.clock.now()) > row.bookedUntil,
    kWh: row.energyWh === null ? null : row.energyWh / 1_000,
    metered: row.metered,
    costSoFar: row.status === "Active" ? viewCost(row, ctx.clock.now()) : null,
    totals: row.totalMinor === null ? null : viewTotals(row),
    payment: row.totalMinor === null ? null : viewPayment(row),
    lateCancelFee: can.includes("abort") ? viewLateFee(row) : null,
    next: next && { ...next, startsAt: atSeconds(next.startsAt) },
    notes: row.notes,
    // What staff write for one another is not for the owner to read.
    noteList:
      roleOf(ctx.actor) === "EvOwner"
        ? []
        : row.noteList.map((note) => ({ ...note, at: atSeconds(note.at) })),
    photos: row.photoList.map((photo) => ({
      ...photo,
      sessionId: row.id,
      createdAt: atSeconds(photo.createdAt),
    })),
    receiptNumber: row.receiptNumber,
    can,
  };
}

/** As the database tells an instant within JSON. */
const atSeconds = (seconds: number) => new Date(Math.round(seconds * 1_000)).toISOString();

function viewCost(row: SessionRow, now: Date): SessionView["costSoFar"] {
  const cost = costSoFar(row, now);
  return cost && { ...moneyView(cost.totalMinor, row.currency), estimated: cost.estimated };
}

function viewLateFee({ tariff }: SessionRow): SessionView["lateCancelFee"] {
  const { lateCancelFeeMinor, currency } = tariff;
  return lateCancelFeeMinor > 0 ? moneyView(lateCancelFeeMinor, currency) : null;
}

/** A charge in the API's form; a line that is not there is nothing. */
export function viewTotals(
  row: Pick<
    SessionRow,
    | "currency"
    | "energyMinor"
    | "timeMinor"
    | "feeMinor"
    | "subtotalMinor"
    | "taxMinor"
    | "totalMinor"
  >,
): NonNullable<SessionView["totals"]> {
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

/** What was received of a total, and what is due or was given back. */
export function viewPayment(
  row: Pick<SessionRow, "currency" | "totalMinor" | "paidMinor" | "paymentMode">,
): IssuedReceipt["payment"] {
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
    connectorPlugs: plugsUsed(row),
    startedAt: row.startedAt.toISOString(),
    endedAt: endedAt.toISOString(),
    minutes: round2(billedMinutes(row.startedAt, endedAt)),
    kWh: row.energyWh === null ? null : row.energyWh / 1_000,
    lines: receiptLines(row, billedMinutes(row.startedAt, endedAt)),
    subtotal: moneyView(row.subtotalMinor ?? 0, row.currency),
    taxPercent: row.tariff.taxMilliPercent / 1_000,
    tax: moneyView(row.taxMinor ?? 0, row.currency),
    total: moneyView(row.totalMinor ?? 0, row.currency),
    payment: viewPayment(row),
  };
}

const plugsUsed = ({ standard, connectorStandards }: SessionRow): string[] =>
  standard !== null && connectorStandards.includes(standard) ? [standard] : connectorStandards;

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

const round2 = (value: number) => Math.round(value * 100) / 100;
