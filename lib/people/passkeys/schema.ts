import { z } from "zod";

import { givenPassword } from "@/lib/core/credentials";
import { instantView, lineOfText } from "@/lib/core/fields";

export const passkeyPurpose = z.enum(["Add", "SignIn"]);
export type PasskeyPurpose = z.infer<typeof passkeyPurpose>;

const passkeyName = lineOfText(60);
/** Bytes as WebAuthn's JSON writes them. */
const bytes = (most: number) =>
  z
    .string()
    .regex(/^[\w-]+$/)
    .max(most);
const credential = {
  id: bytes(1_400),
  rawId: bytes(1_400),
  type: z.literal("public-key"),
  authenticatorAttachment: z.string().max(32).nullish(),
  /** Nothing of it is asked for; it is not read. */
  clientExtensionResults: z.record(z.string().max(64), z.unknown()),
};

/** What a browser makes of a request to keep a key (RegistrationResponseJSON). */
const NewCredential = z.strictObject({
  ...credential,
  response: z.strictObject({
    clientDataJSON: bytes(4_000),
    attestationObject: bytes(40_000),
    authenticatorData: bytes(8_000).optional(),
    transports: z.array(z.string().max(32)).max(10).optional(),
    publicKeyAlgorithm: z.int().optional(),
    publicKey: bytes(4_000).optional(),
  }),
});
export type NewCredential = z.infer<typeof NewCredential>;

/** What it makes of a request to sign in (AuthenticationResponseJSON). */
const Assertion = z.strictObject({
  ...credential,
  response: z.strictObject({
    clientDataJSON: bytes(4_000),
    authenticatorData: bytes(8_000),
    signature: bytes(4_000),
    userHandle: bytes(128).nullish(),
  }),
});
export type Assertion = z.infer<typeof Assertion>;

/** The password, where the sign-in is not of the last minutes. */
export const OfferPasskey = z.strictObject({ password: givenPassword.optional() });
export type OfferPasskey = z.infer<typeof OfferPasskey>;

export const AddPasskey = z.strictObject({ name: passkeyName, credential: NewCredential });
export type AddPasskey = z.infer<typeof AddPasskey>;

export const RenamePasskey = z.strictObject({ name: passkeyName });
export type RenamePasskey = z.infer<typeof RenamePasskey>;

export const UsePasskey = z.strictObject({ credential: Assertion });
export type UsePasskey = z.infer<typeof UsePasskey>;

// ── What goes out ────────────────────────────────────────────────────────────────────────────────

/** What `navigator.credentials` is asked with, in WebAuthn's JSON. */
export const PasskeyOptions = z.looseObject({ challenge: z.string() });
export type PasskeyOptions = z.infer<typeof PasskeyOptions>;

export const PasskeyView = z.object({
  id: z.uuid(),
  name: z.string(),
  createdAt: instantView,
  lastUsedAt: instantView.nullable(),
});
export type PasskeyView = z.infer<typeof PasskeyView>;
