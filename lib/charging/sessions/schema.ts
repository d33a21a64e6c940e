import { z } from "zod";

import { fault } from "@/lib/core/fault";
import {
  amount,
  idOf,
  instant,
  instantView,
  codeText,
  plainLine,
  plainText,
  moneyView,
  pageOfText,
  reasonText,
  somethingToChange,
  sortBy,
} from "@/lib/core/fields";
import { BookingView } from "@/lib/charging/bookings/schema";

export const sessionStatus = z.enum(["Active", "Completed", "Aborted"]);
export type SessionStatus = z.infer<typeof sessionStatus>;
/** Everything that is done to a session by its status; `rules.ts` says who, from where and to what. */
export const sessionAction = z.enum(["annotate", "pause", "resume", "finalize", "abort"]);
export type SessionAction = z.infer<typeof sessionAction>;
export const paymentMode = z.enum(["cash", "card", "wallet"]);

const notes = pageOfText(2_000);

const isEnergy = (kWh: string) => /^\d{1,4}(?:\.\d{1,3})?$/.test(kWh) && Number(kWh) <= 1_000;
/** Metered energy: 0 to 1000 kWh with at most three decimals (product.md, Session). */
const energy = z
  .union([z.number(), plainText], fault("energy"))
  .transform(String)
  .refine(isEnergy, fault("energy_range"));

export const CheckIn = z
  .strictObject({
    /** The content of the QR code. */
    qr: plainLine(2_000).optional(),
    /** The 8 characters to type where the camera fails; blanks, dashes and letter case are ignored. */
    code: codeText(200)
      .max(32, fault("check_in_code", { length: 8 }))
      .optional(),
    connectorId: idOf("connector_id").optional(),
    /** Lets a used code in again; audited. */
    override: z.strictObject({ reason: reasonText }).optional(),
  })
  .refine(({ qr, code }) => (qr === undefined) !== (code === undefined), {
    path: ["qr"],
    error: fault("qr_or_code"),
  });
export type CheckIn = z.infer<typeof CheckIn>;

export const FinalizeSession = z.strictObject({
  bookingId: idOf("booking_id"),
  /** Metered energy; without it, time stands in for energy. */
  kWh: energy.optional(),
  /** How long it charged, where the price is by time; until now by default. */
  minutes: z.number().positive().max(100_000).optional(),
  /** Ids or addresses of photos that were sent for this session; they stay with it in any case. */
  photos: z.array(plainLine(500).min(1)).max(100).optional(),
  notes: notes.optional(),
  payment: z
    .strictObject({
      mode: z
        .string()
        .toLowerCase()
        .pipe(z.enum(paymentMode.options, fault("payment_mode"))),
      /** What was received; the computed total when it is left out. */
      amount: amount.optional(),
    })
    .optional(),
});
export type FinalizeSession = z.infer<typeof FinalizeSession>;

export const UpdateSession = z
  .strictObject({
    notes: notes.nullable().optional(),
    /** True pauses charging, false resumes it. */
    paused: z.boolean().optional(),
  })
  .refine(...somethingToChange);
export type UpdateSession = z.infer<typeof UpdateSession>;

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
/** A picture that was sent; its bytes are checked, its name and type are not believed. */
export const AddPhoto = z.object({ file: z.object({ name: z.string().optional(), bytes }) });

export const ListSessions = z.object({
  status: sessionStatus.optional(),
  stationId: idOf("station_id").optional(),
  bookingId: idOf("booking_id").optional(),
  ownerNic: codeText(64).optional(),
  /** Sessions that began at or after this instant. */
  from: instant.optional(),
  /** Sessions that began before this instant. */
  to: instant.optional(),
  sort: sortBy("startedAt").default("-startedAt"),
});
export type ListSessions = z.infer<typeof ListSessions>;

export const ListActiveSessions = z.object({ stationId: idOf("station_id").optional() });
export type ListActiveSessions = z.infer<typeof ListActiveSessions>;

// ── What goes out ────────────────────────────────────────────────────────────────────────────────

export const SessionView = z.object({
  id: z.uuid(),
  bookingId: z.uuid(),
  bookingNumber: z.string(),
  status: sessionStatus,
  stationId: z.uuid(),
  stationName: z.string(),
  timeZone: z.string(),
  ownerNic: z.string().nullable(),
  /** Null for a guest at the gate, whom the plate alone tells. */
  ownerName: z.string().nullable(),
  vehiclePlate: z.string().nullable(),
  connector: z.object({ id: z.uuid(), number: z.int(), standards: z.array(z.string()) }),
  startedAt: instantView,
  endedAt: instantView.nullable(),
  /** Since when charging is paused. */
  pausedAt: instantView.nullable(),
  /** When the booked time ends. */
  bookedUntil: instantView,
  /** Whether the car still stands there after the booked time. */
  overstay: z.boolean(),
  kWh: z.number().nullable(),
  /** Whether `kWh` was read from a meter. */
  metered: z.boolean().nullable(),
  totals: z
    .object({
      energy: moneyView,
      time: moneyView,
      fee: moneyView,
      subtotal: moneyView,
      tax: moneyView,
      total: moneyView,
    })
    .nullable(),
  /** What was received, and what is still due or was given back. */
  payment: z
    .object({ mode: paymentMode.nullable(), amount: moneyView, due: moneyView, change: moneyView })
    .nullable(),
  notes: z.string().nullable(),
  receiptNumber: z.string().nullable(),
  /** What the caller may do with it now; `abort` is done by canceling its booking. */
  can: z.array(sessionAction),
});
export type SessionView = z.infer<typeof SessionView>;

export const CheckedIn = SessionView.extend({ booking: BookingView });
export type CheckedIn = z.infer<typeof CheckedIn>;

export const PhotoView = z.object({
  id: z.uuid(),
  sessionId: z.uuid(),
  contentType: z.string(),
  size: z.int(),
  createdAt: instantView,
});
export type PhotoView = z.infer<typeof PhotoView>;

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
  payment: z.object({
    mode: paymentMode.nullable(),
    amount: moneyView,
    due: moneyView,
    change: moneyView,
  }),
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
