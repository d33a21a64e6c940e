import type { LinkPurpose } from "@/lib/people/accounts/schema";
import type { OutboxEvent } from "@/lib/records/outbox/inside";
import type { EventType } from "@/lib/words";

import type { MessageKind } from "./schema";

interface AccountLetter {
  readonly kind: MessageKind;
  /** Whom the event concerns: its `userId`, or the contact of its `businessId`. */
  readonly to: "user" | "contact";
  readonly link?: LinkPurpose;
  /** Of the events of the type, those with such a payload. */
  readonly when?: (payload: OutboxEvent["payload"]) => boolean;
}

/** Account events and what is written of them (product.md, Notifications). Events that are not named tell nobody. */
export const letters: Readonly<Partial<Record<EventType, AccountLetter>>> = {
  "business.requested": { to: "contact", kind: "BusinessRequested" },
  "business.rejected": { to: "contact", kind: "BusinessRejected" },
  "user.invited": { to: "user", kind: "Invitation", link: "Invitation" },
  "user.password_reset_requested": { to: "user", kind: "PasswordReset", link: "PasswordReset" },
  "user.password_changed": { to: "user", kind: "PasswordChanged" },
  "passkey.added": { to: "user", kind: "PasskeyAdded" },
  // Of those that went with a new password its own letter tells.
  "passkey.removed": { to: "user", kind: "PasskeyRemoved", when: (told) => !told.withPassword },
  // Whoever deleted their account cannot sign in to read an inbox.
  "user.deleted": { to: "user", kind: "AccountDeleted" },
  "user.erasure_near": { to: "user", kind: "ErasureNear" },
  "user.deactivated": { to: "user", kind: "AccountDeactivated" },
  "user.reactivated": { to: "user", kind: "AccountReactivated" },
  "webhook.switched_off": { to: "contact", kind: "WebhookOff" },
  "owner.registered": { to: "user", kind: "OwnerRegistered" },
};

/** What this event has written; nothing where it tells nobody. */
export function letterOf({ type, payload }: Pick<OutboxEvent, "type" | "payload">) {
  const letter = letters[type];
  return letter?.when?.(payload) === false ? undefined : letter;
}
