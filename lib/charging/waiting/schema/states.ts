import { z } from "zod";

/** Why a place is held: it became free for who waited for it, or it is near one that was refused. */
export const offerKind = z.enum(["Waiting", "Alternative"]);
export type OfferKind = z.infer<typeof offerKind>;

/** The states of a place that is waited for or held (product.md, Place offers). */
export const waitingStatus = z.enum(["Waiting", "Offered", "Taken", "Passed", "Left", "Expired"]);
export type WaitingStatus = z.infer<typeof waitingStatus>;

/** Those in which its owner stands in line, or has a place held. */
export const liveStatuses = ["Waiting", "Offered"] as const satisfies readonly WaitingStatus[];

export const waitingAction = z.enum(["offer", "withdraw", "take", "leave", "expire"]);
export type WaitingAction = z.infer<typeof waitingAction>;
