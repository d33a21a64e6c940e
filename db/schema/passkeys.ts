import { sql } from "drizzle-orm";
import { bigint, index, pgTable, text, uuid } from "drizzle-orm/pg-core";

import { passkeyPurpose } from "@/lib/people/passkeys/schema";

import { users } from "./accounts";
import { enumerated, enumerationChecks, id, instant } from "./columns";

/** The public halves of the keys that people sign in with. */
export const passkeys = pgTable(
  "passkeys",
  {
    id: id(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    /** Base64url, as the device named it. */
    credentialId: text("credential_id").notNull().unique(),
    /** COSE, base64url. */
    publicKey: text("public_key").notNull(),
    /** How often it was used, as its device counts; 0 where it does not. */
    counter: bigint("counter", { mode: "number" }).notNull(),
    /** How its device can be reached, as WebAuthn names it. */
    transports: text("transports")
      .array()
      .notNull()
      .default(sql`'{}'::text[]`),
    name: text("name").notNull(),
    createdAt: instant("created_at").notNull(),
    lastUsedAt: instant("last_used_at"),
  },
  (table) => [index("passkeys_user_idx").on(table.userId)],
);

/** What was asked of a browser and not answered yet; each is used up by its first answer. */
export const passkeyChallenges = pgTable(
  "passkey_challenges",
  {
    id: id(),
    challenge: text("challenge").notNull().unique(),
    purpose: enumerated("purpose", passkeyPurpose).notNull(),
    /** Whose key is to be added; null at a sign-in, where nobody is known yet. */
    userId: uuid("user_id").references(() => users.id),
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [
    index("passkey_challenges_expires_idx").on(table.expiresAt),
    index("passkey_challenges_user_idx").on(table.userId),
    ...enumerationChecks(table),
  ],
);
