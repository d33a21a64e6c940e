import { z } from "zod";

import { fault } from "@/lib/core/fault";
import { isEnergy } from "@/lib/core/figures";
import {
  anyId,
  amount,
  idOf,
  instant,
  codeText,
  inDigits,
  phoneNumber,
  within,
  plainLine,
  plainText,
  pageOfText,
  reasonText,
  somethingToChange,
  sortBy,
} from "@/lib/core/fields";
import { vehiclePlate } from "@/lib/people/accounts/schema";

import { paymentMode } from "./schema/receipts";
import { sessionStatus } from "./schema/states";

export { SessionPreview, type FinalizeWarning } from "./schema/preview";

export { IssuedReceipt, paymentMode, ReceiptView, type IssuedLine } from "./schema/receipts";

export {
  sessionAction,
  sessionStatus,
  type SessionAction,
  type SessionStatus,
} from "./schema/states";

export { CheckedIn, PhotoView, SessionView, type SessionImport } from "./schema/views";

const notes = pageOfText(2_000);

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
    /** When a phone without network let the car in; the window is judged then, and the session starts then. */
    scannedAt: instant.optional(),
  })
  .refine(({ qr, code }) => (qr === undefined) !== (code === undefined), {
    path: ["qr"],
    error: fault("qr_or_code"),
  });
export type CheckIn = z.infer<typeof CheckIn>;

/** A car at the gate without a booking: whose it is, or its plate alone (product.md, Walk-in). */
export const StartWalkUp = z
  .strictObject({
    stationId: idOf("station_id"),
    ownerNic: codeText(64).optional(),
    phone: phoneNumber.optional(),
    /** Beside a number, the car that the owner came with. */
    plate: vehiclePlate.optional(),
    connectorId: idOf("connector_id").optional(),
    /** How long it will probably stay: the slots that are taken at once. */
    minutes: inDigits(within(z.int(), 1, 10_080)).optional(),
  })
  .refine(
    ({ ownerNic, phone, plate }) => [ownerNic, phone, plate].some((one) => one !== undefined),
    {
      path: ["plate"],
      error: fault("who_walks_in"),
    },
  )
  .refine(({ ownerNic, phone }) => ownerNic === undefined || phone === undefined, {
    path: ["phone"],
    error: fault("nic_or_phone"),
  });
export type StartWalkUp = z.infer<typeof StartWalkUp>;

export const FinalizeSession = z.strictObject({
  bookingId: idOf("booking_id"),
  /** Metered energy; without it, time stands in for energy. */
  kWh: energy.optional(),
  /** How long it charged, where the price is by time; until now by default. */
  minutes: z.number().positive().max(100_000).optional(),
  /** Ids or addresses of photos that were sent for this session; they stay with it in any case. */
  photos: z.array(plainLine(500).min(1)).max(100).optional(),
  notes: notes.optional(),
  /** When it ended, where a phone without network tells it later. */
  at: instant.optional(),
  /** The `scannedAt` of the check-in that it followed; a session that began otherwise is not ended. */
  scannedAt: instant.optional(),
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

/** How a session would be finalized; its notes and photos change nothing of that. */
export const PreviewSession = FinalizeSession.omit({
  bookingId: true,
  scannedAt: true,
  notes: true,
  photos: true,
});
export type PreviewSession = z.infer<typeof PreviewSession>;

export const UpdateSession = z
  .strictObject({
    /** The one text that was written of the session in the end. */
    notes: notes.nullable().optional(),
    /** One more note, with who wrote it and when; what was noted before stays. */
    addNote: notes.min(1, fault("empty")).optional(),
    /** Another connector of the station, on which no car charges. */
    connectorId: idOf("connector_id").optional(),
    /** True pauses charging, false resumes it. */
    paused: z.boolean().optional(),
    /** When it was done, where a phone without network tells it later. */
    at: instant.optional(),
  })
  .refine(({ at: _at, ...body }) => somethingToChange[0](body), somethingToChange[1]);
export type UpdateSession = z.infer<typeof UpdateSession>;

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
/** A picture that was sent; its bytes are checked, its name and type are not believed. */
export const AddPhoto = z.object({ file: z.object({ name: z.string().optional(), bytes }) });

export const ListSessions = z.object({
  status: sessionStatus.optional(),
  stationId: idOf("station_id").optional(),
  bookingId: idOf("booking_id").optional(),
  ownerNic: codeText(64).optional(),
  ownerId: anyId.optional(),
  /** Sessions that began at or after this instant. */
  from: instant.optional(),
  /** Sessions that began before this instant. */
  to: instant.optional(),
  sort: sortBy("startedAt").default("-startedAt"),
});
export type ListSessions = z.infer<typeof ListSessions>;

export const ListActiveSessions = z.object({ stationId: idOf("station_id").optional() });
export type ListActiveSessions = z.infer<typeof ListActiveSessions>;
