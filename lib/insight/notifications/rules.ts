import type { EventType } from "@/lib/words";
import { minuteMs } from "@/lib/core/durations";
import type { LinkPurpose } from "@/lib/people/accounts/schema";

import type { MessageChannel } from "./schema";

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

/** What the words may name. */
export interface Facts {
  readonly name: string;
  readonly baseUrl: string;
  /** A fresh single-use link and when it ends, where the notice needs one. */
  readonly link?: { readonly url: string; readonly expiresAt: Date };
  readonly businessName?: string;
  readonly reason?: string;
}

interface Notice {
  /** Whom the event concerns: its `userId`, or the contact of its `businessId`. */
  readonly to: "user" | "contact";
  readonly link?: LinkPurpose;
  readonly subject: string;
  readonly text: (facts: Facts) => string;
}

const until = (facts: Facts) =>
  facts.link ? `It works once, until ${utc(facts.link.expiresAt)}.` : "";

function utc(instant: Date): string {
  return `${instant.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

/** Account events and their words (product.md, Notifications). Events that are not named tell nobody. */
export const notices: Readonly<Partial<Record<EventType, Notice>>> = {
  "business.requested": {
    to: "contact",
    subject: "We have your request",
    text: ({ businessName }) =>
      `We have received the request to open a Baybook account for ${businessName}. ` +
      "You will hear from us by email when it has been reviewed.",
  },
  "business.rejected": {
    to: "contact",
    subject: "Your request was not accepted",
    text: ({ businessName, reason }) =>
      `The request to open a Baybook account for ${businessName} was not accepted.\n\nReason: ${reason}`,
  },
  "user.invited": {
    to: "user",
    link: "Invitation",
    subject: "Your Baybook account is ready",
    text: (facts) =>
      `An account was made for you at Baybook. Choose your password here:\n\n${facts.link?.url}\n\n${until(facts)}`,
  },
  "user.password_reset_requested": {
    to: "user",
    link: "PasswordReset",
    subject: "Choose a new password",
    text: (facts) =>
      `Somebody asked for a new password for your account. If it was you, choose it here:\n\n` +
      `${facts.link?.url}\n\n${until(facts)} If it was not you, there is nothing to do.`,
  },
  "user.password_changed": {
    to: "user",
    subject: "Your password was changed",
    text: ({ baseUrl }) =>
      "The password of your account was changed. If it was not you, ask for a new one at once:\n\n" +
      `${baseUrl}/forgot-password`,
  },
  "user.deactivated": {
    to: "user",
    subject: "Your account was deactivated",
    text: () => "Your account was deactivated. The station's office can reactivate it.",
  },
  "user.reactivated": {
    to: "user",
    subject: "Your account is active again",
    text: ({ baseUrl }) => `Your account is active again. Sign in at ${baseUrl}/login.`,
  },
  "owner.registered": {
    to: "user",
    subject: "Welcome to Baybook",
    text: ({ baseUrl }) =>
      `Your account is ready. Find a station at ${baseUrl} and book your slot.`,
  },
};

/** The text of an email to a person, greeting and signature included. */
export function letter(notice: Notice, facts: Facts): string {
  return `Hello ${facts.name},\n\n${notice.text(facts)}\n\nBaybook\n`;
}
