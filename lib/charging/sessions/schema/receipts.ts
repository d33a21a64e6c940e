import { z } from "zod";

import { instantView, moneyView } from "@/lib/core/fields";

export const paymentMode = z.enum(["cash", "card", "wallet"]);

/** A charge by its lines. */
export const chargedTotals = z.object({
  energy: moneyView,
  time: moneyView,
  fee: moneyView,
  subtotal: moneyView,
  tax: moneyView,
  total: moneyView,
});

/** What was received, and what is still due or was given back. */
export const settledPayment = z.object({
  mode: paymentMode.nullable(),
  amount: moneyView,
  due: moneyView,
  change: moneyView,
});

/** A line of a receipt: what it charges for, the numbers that its sentence needs, and the amount. */
const line = <K extends string, V extends z.ZodRawShape>(kind: K, values: V) =>
  z.object({ kind: z.literal(kind), values: z.object(values), amount: moneyView });
const energyLine = line("Energy", { kWh: z.number(), perKwh: moneyView });
const timeLine = line("Time", {
  /** Minutes billed: those used, up to the end of the last increment begun. */
  minutes: z.number(),
  perHour: moneyView,
  /** Time is billed per so many minutes begun; where null, as it was. */
  incrementMinutes: z.int().nullable(),
  increments: z.int().nullable(),
});
const feeLine = line("SessionFee", {});
/** What was used lies under the minimum fee; the line is the difference. */
const minimumLine = line("MinimumFee", { minimumFee: moneyView });
const freeLine = line("FreeOfCharge", {});
/** A line of a receipt that was issued in English words; it stays as it was. */
const writtenLine = line("Written", { text: z.string() });

/** Receipts once held sentences; they are read as lines that say just that (docs/decisions/receipts.md). */
const asWritten = (value: unknown) => {
  const before = z.object({ text: z.string(), amount: moneyView }).strict().safeParse(value);
  if (!before.success) return value;
  const { text, amount } = before.data;
  return { kind: "Written", values: { text }, amount };
};

const issuedLine = z.discriminatedUnion("kind", [
  energyLine,
  timeLine,
  feeLine,
  minimumLine,
  freeLine,
  writtenLine,
]);
export type IssuedLine = z.infer<typeof issuedLine>;

/** A receipt as it was issued and is kept: names, kinds and numbers. Nothing of it changes afterwards. */
export const IssuedReceipt = z.object({
  number: z.string(),
  issuedAt: instantView,
  sessionId: z.uuid(),
  bookingNumber: z.string(),
  business: z.object({
    name: z.string(),
    address: z.string().nullable(),
    taxId: z.string().nullable(),
  }),
  /** A guest at the gate has no name here. */
  owner: z.object({ name: z.string().nullable(), vehiclePlate: z.string().nullable() }),
  station: z.object({ name: z.string(), address: z.string(), timeZone: z.string() }),
  connectorNumber: z.int(),
  /** The plug that was booked, or all that the connector has, by OCPI's names; not on the oldest receipts. */
  connectorPlugs: z.array(z.string()).optional(),
  startedAt: instantView,
  endedAt: instantView,
  /** Minutes the connector was taken, pauses included; these are billed. */
  minutes: z.number(),
  kWh: z.number().nullable(),
  lines: z.array(z.preprocess(asWritten, issuedLine)),
  subtotal: moneyView,
  taxPercent: z.number(),
  tax: moneyView,
  total: moneyView,
  payment: settledPayment,
});
export type IssuedReceipt = z.infer<typeof IssuedReceipt>;

/** The line in the reader's language. */
const said = { text: z.string() };

/** A receipt as it is read: what was issued, each line worded. */
export const ReceiptView = IssuedReceipt.extend({
  lines: z.array(
    z.discriminatedUnion("kind", [
      energyLine.extend(said),
      timeLine.extend(said),
      feeLine.extend(said),
      minimumLine.extend(said),
      freeLine.extend(said),
      writtenLine.extend(said),
    ]),
  ),
});
export type ReceiptView = z.infer<typeof ReceiptView>;
