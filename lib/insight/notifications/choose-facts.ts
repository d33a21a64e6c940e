import type { NoticeKind } from "@/lib/insight/inbox/schema";

import type { MessageKind } from "./schema";

/** What a letter says in its table, each once (product.md, Notifications). */
export type Fact =
  | "number"
  | "when"
  | "since"
  | "station"
  | "address"
  | "place"
  | "total"
  | "receipt";

const whereabouts = ["number", "when", "station", "address", "place"] as const;

/** The facts of each notice's letter. */
export const factsOf: Readonly<Record<NoticeKind, readonly Fact[]>> = {
  BookingRequested: whereabouts,
  BookingApproved: whereabouts,
  BookingRejected: ["number", "when", "station"],
  BookingChanged: whereabouts,
  BookingCanceled: ["number", "when", "station"],
  BookingNoShow: ["number", "when", "station"],
  BookingReminder: whereabouts,
  CodeIssued: whereabouts,
  PlaceOffered: ["when", "station", "address"],
  PlaceWithdrawn: ["when", "station"],
  PlaceOfferOver: ["when", "station"],
  SessionStarted: ["number", "since", "station", "address"],
  SessionCompleted: ["number", "when", "station", "total", "receipt"],
  SessionAborted: ["number", "when", "station"],
  BookingWaits: ["number", "when", "station", "place"],
  OwnerCanceled: ["number", "when", "station"],
  RunningLate: ["number", "when", "station"],
  BookingInConflict: ["number", "when", "station"],
  ActRefused: ["number", "when", "station"],
  WorkerSilent: ["since"],
  AsWritten: [],
};

/** What the button of a letter is called, by the key of its words; of all others `booking`. */
export const buttonOf = {
  SessionCompleted: "receipt",
  BookingWaits: "decide",
  BookingInConflict: "settle",
  ActRefused: "settle",
  RunningLate: "arrivals",
  PlaceOffered: "book",
  PlaceWithdrawn: "waiting",
  PlaceOfferOver: "station",
  WorkerSilent: "health",
  Invitation: "password",
  PasswordReset: "password",
  PasswordChanged: "newPassword",
  PasskeyAdded: "passkeys",
  PasskeyRemoved: "newPassword",
  AccountDeleted: "haveBack",
  ErasureNear: "haveBack",
  AccountReactivated: "signIn",
  OwnerRegistered: "find",
  WebhookOff: "webhooks",
  TermsChanged: "terms",
  PrivacyChanged: "privacy",
} as const satisfies Partial<Record<MessageKind, string>>;
