import { minuteMs } from "@/lib/core/durations";
import { fail } from "@/lib/core/errors";
import { machineFor } from "@/lib/core/machines";
import { signsOf } from "@/lib/core/text";
import { needsMeter, priceCharge, type Tariff } from "@/lib/money/tariffs/inside";

import { sessionStatus, type FinalizeWarning, type SessionStatus } from "./schema";

/** What the machine asks of a session; a pause is no status of its own (C-68). */
export interface SessionState {
  readonly id: string;
  readonly status: SessionStatus;
  readonly businessId: string;
  readonly stationId: string;
  /** Null for a guest at the gate. */
  readonly ownerId: string | null;
  readonly pausedAt: Date | null;
}

const refusePaused = ({ pausedAt }: SessionState) =>
  pausedAt ? () => fail("session.paused") : null;
const refuseRunning = ({ pausedAt }: SessionState) =>
  pausedAt ? null : () => fail("session.not_paused");

// prettier-ignore
/** The one table of a session's states (product.md, Session); nothing else changes its status. */
export const sessionMachine = machineFor<SessionState>()({
  entity: "Session",
  statuses: sessionStatus.options,
  about: ({ businessId, stationId, ownerId }) => ({ businessId, stationId, userId: ownerId, ownerId }),
  hidden: "session.not_found",
  unexplained: "request.invalid",
  refuse: () => fail("session.ended"),
  actions: {
    annotate: [
      { by: "session.update", from: ["Active"], to: null, audit: "Update", event: "session.updated" },
    ],
    pause: [
      { by: "session.update", from: ["Active"], to: null, audit: "Pause", event: "session.updated", guard: refusePaused },
    ],
    resume: [
      { by: "session.update", from: ["Active"], to: null, audit: "Resume", event: "session.updated", guard: refuseRunning },
    ],
    changeConnector: [
      { by: "session.update", from: ["Active"], to: null, audit: "ChangeConnector", event: "session.updated" },
    ],
    // Finalizing again, also at the same time, answers the first result.
    finalize: [
      { by: "session.finalize", from: ["Active"], to: "Completed", audit: "Finalize", event: "session.completed", repeats: true },
    ],
    // By canceling its booking.
    abort: [
      { by: "booking.cancel", only: ["Operator"], from: ["Active"], to: "Aborted", audit: "Abort", event: "session.aborted" },
    ],
  },
});

/** Pictures of a session, at most. */
const maxPhotos = 10;

/** That one more picture may be kept with a session that has so many. Throws `photo.too_many`. */
export function assertRoomForPhoto(count: number): void {
  if (count >= maxPhotos) throw fail("photo.too_many", { max: maxPhotos });
}

/** A plain decimal of kWh as watt-hours: `"18.2"` → 18200. */
export function wattHoursOf(kWh: string): number {
  const [whole = "0", fraction = ""] = kWh.split(".");
  return Number(`${whole}${fraction.padEnd(3, "0")}`);
}

/**
 * Minutes that a session is billed: from check-in to finalize, pauses included, because the connector is taken
 * while charging pauses. Fractions count; the tariff rounds.
 */
export function billedMinutes(startedAt: Date, endedAt: Date): number {
  return Math.max(0, endedAt.getTime() - startedAt.getTime()) / minuteMs;
}

/** By what a past session of another system is told: its outlet first, then when and how much. */
export function pastKey(session: {
  readonly outlet: string;
  readonly startedAt: Date;
  readonly endedAt: Date;
  readonly energyWh: number;
}): string {
  const { outlet, startedAt, endedAt, energyWh } = session;
  return `${outlet.replaceAll(" ", "_")} ${startedAt.toISOString()} ${endedAt.toISOString()} ${energyWh}`;
}

/** What of a total is still due, or was given back, when `paidMinor` was received (C-92). */
export function settle(totalMinor: number, paidMinor: number) {
  return {
    dueMinor: Math.max(0, totalMinor - paidMinor),
    changeMinor: Math.max(0, paidMinor - totalMinor),
  };
}

/**
 * What a running session would cost at the instant, with tax, and whether that is an estimate because a meter's reading
 * will take the time's place; null where there is no price without one (product.md, Tariff).
 */
export function costSoFar(
  { tariff, startedAt, energyWh }: Ongoing,
  now: Date,
): { readonly totalMinor: number; readonly estimated: boolean } | null {
  if (energyWh === null && needsMeter(tariff)) return null;
  const { totalMinor } = priceCharge(tariff, { minutes: billedMinutes(startedAt, now), energyWh });
  const byEnergy = tariff.mode === "Energy" || tariff.mode === "Hybrid";
  return { totalMinor, estimated: byEnergy && energyWh === null };
}

interface Ongoing {
  readonly tariff: Tariff;
  readonly startedAt: Date;
  /** As a meter told it. */
  readonly energyWh: number | null;
}

/** What is asked about before a session is finalized, and the numbers of its sentence. */
export interface Unusual {
  readonly code: FinalizeWarning;
  readonly values: Readonly<Record<string, number>>;
}

/** Watts that no connector gives: assumed where nobody said what it does. */
const strongestW = 400_000;
/** Clocks and meters differ a little. */
const tolerance = 1.05;
/** In a shorter time a car may well have taken nothing. */
const shortMinutes = 30;
/** Of the connector's power, so little on average that a decimal point may have slipped. */
const leastShare = 0.05;

/**
 * Whether the energy is out of the ordinary for the connector's power (watts; null where nobody said it) and the time:
 * more than it can give in it, nothing after half an hour, or hardly anything. It is asked about once, never refused.
 */
export function unusualEnergy({
  energyWh,
  minutes,
  powerW,
}: {
  readonly energyWh: number | null;
  readonly minutes: number;
  readonly powerW: number | null;
}): readonly Unusual[] {
  if (energyWh === null) return [];
  const told = { kWh: energyWh / 1_000, minutes: Math.floor(minutes) };
  const most = ((powerW ?? strongestW) * minutes * tolerance) / 60;
  if (energyWh > most) {
    const power = { powerKw: (powerW ?? strongestW) / 1_000, mostKwh: Math.floor(most) / 1_000 };
    return [{ code: "energy_above_power", values: { ...told, ...power } }];
  }
  if (minutes < shortMinutes) return [];
  if (energyWh === 0) return [{ code: "energy_none", values: told }];
  const average = (energyWh * 60) / minutes;
  if (powerW === null || average >= powerW * leastShare) return [];
  const power = { powerKw: powerW / 1_000, averageKw: Math.round(average / 10) / 100 };
  return [{ code: "energy_low", values: { ...told, ...power } }];
}

/** Whether something is paid and it is less than the total: nobody collects the rest once the session is finished. */
export function shortPayment({
  paidMinor,
  totalMinor,
}: {
  readonly paidMinor: number | null;
  readonly totalMinor: number;
}): readonly Unusual[] {
  const isShort = paidMinor !== null && paidMinor < totalMinor;
  return isShort ? [{ code: "payment_short", values: {} }] : [];
}

/** The receipt's number: the business's code, the year in its zone, a number without gaps. */
export function receiptNumber(businessId: string, year: number, serial: number): string {
  return `R-${businessCode(businessId)}-${year}-${String(serial).padStart(6, "0")}`;
}

/** The receipt's number whose signs these are, however they are grouped; null where it can be none. */
export function readReceiptNumber(typed: string): string | null {
  const parts = /^R([A-Z0-9]+)(\d{4})(\d{6})$/.exec(signsOf(typed));
  return parts && ["R", ...parts.slice(1)].join("-");
}

const codeAlphabet = "234679CDFGHJKMNPQRTVWXY";

/** Six plain characters from the random end of the business's id; its receipts carry them for ever. */
function businessCode(businessId: string): string {
  let rest = BigInt(`0x${businessId.replaceAll("-", "").slice(-12)}`);
  let code = "";
  while (code.length < 6) {
    code += codeAlphabet[Number(rest % 23n)];
    rest /= 23n;
  }
  return code;
}
