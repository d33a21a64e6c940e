import type { EventType } from "@/lib/words";
import { minuteMs } from "@/lib/core/durations";
import type { LinkPurpose } from "@/lib/people/accounts/schema";

import type { MessageChannel, MessageKind } from "./schema";

/**
 * How many messages of a mailing wait at most at a time, and are written in one transaction: whoever asks for a new
 * password does not wait behind everybody.
 */
export const mailingBatch = 100;

/** Texts of the site whose change everybody is told of (kiosks.md, Content), and by which message. */
export const announcements: Readonly<Record<string, MessageKind>> = {
  "terms-of-service": "TermsChanged",
  "privacy-policy": "PrivacyChanged",
};

/** How long a try may take before another worker takes the message over, milliseconds. */
export const leaseMs = 2 * minuteMs;

/** A message as it leaves the house. */
export interface Outgoing {
  /** The same at every try, so that a receiver can tell a repetition. */
  readonly id: string;
  readonly recipient: string;
  readonly subject: string | null;
  readonly body: string;
}

/** Takes a message out of the house, or throws. */
export type Transport = (message: Outgoing) => Promise<void>;
export type Transports = Readonly<Partial<Record<MessageChannel, Transport>>>;

interface Notice {
  readonly kind: MessageKind;
  /** Whom the event concerns: its `userId`, or the contact of its `businessId`. */
  readonly to: "user" | "contact";
  readonly link?: LinkPurpose;
}

/** Account events and what is written of them (product.md, Notifications). Events that are not named tell nobody. */
export const notices: Readonly<Partial<Record<EventType, Notice>>> = {
  "business.requested": { to: "contact", kind: "BusinessRequested" },
  "business.rejected": { to: "contact", kind: "BusinessRejected" },
  "user.invited": { to: "user", kind: "Invitation", link: "Invitation" },
  "user.password_reset_requested": { to: "user", kind: "PasswordReset", link: "PasswordReset" },
  "user.password_changed": { to: "user", kind: "PasswordChanged" },
  "user.deactivated": { to: "user", kind: "AccountDeactivated" },
  "user.reactivated": { to: "user", kind: "AccountReactivated" },
  "owner.registered": { to: "user", kind: "OwnerRegistered" },
};
