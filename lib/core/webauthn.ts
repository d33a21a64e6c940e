import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";

import { productName } from "./product-name";

/** A key as it is kept: bytes as base64url, and how the device that has it can be reached. */
export interface KeptPasskey {
  readonly credentialId: string;
  readonly publicKey: string;
  /** How often it was used, as its device counts; 0 where it does not. */
  readonly counter: number;
  readonly transports: string[];
}

type Registration = Parameters<typeof verifyRegistrationResponse>[0]["response"];
type Answer = Parameters<typeof verifyAuthenticationResponse>[0]["response"];
type Transports = NonNullable<
  Parameters<typeof verifyAuthenticationResponse>[0]["credential"]["transports"]
>;

/** A person is verified by the device each time: without a password nothing else says who holds it. */
const userVerification = "required";

const siteOf = (baseUrl: string) => {
  const { origin, hostname } = new URL(baseUrl);
  return { expectedOrigin: origin, expectedRPID: hostname };
};

/** By which a key names the account that it opens: the id alone, which says nobody's name. */
export const handleOf = (userId: string): string => Buffer.from(userId).toString("base64url");

/** What a browser makes a key with, for one account of the site at `baseUrl`; devices that have one of the known are left out. */
export function registrationOptions(
  baseUrl: string,
  asked: {
    readonly user: { readonly id: string; readonly name: string; readonly displayName: string };
    readonly known: readonly KeptPasskey[];
  },
) {
  const { id, name, displayName } = asked.user;
  return generateRegistrationOptions({
    rpName: productName,
    rpID: siteOf(baseUrl).expectedRPID,
    userID: new TextEncoder().encode(id),
    userName: name,
    userDisplayName: displayName,
    excludeCredentials: asked.known.map(({ credentialId, transports }) => ({
      id: credentialId,
      transports: [...transports] as Transports,
    })),
    authenticatorSelection: { residentKey: "required", userVerification },
  });
}

/** What a browser is asked with for any key that its device has for the site. */
export const assertionOptions = (baseUrl: string) =>
  generateAuthenticationOptions({ rpID: siteOf(baseUrl).expectedRPID, userVerification });

/** Which challenge an answer says that it answers; null where it says none. */
export function challengeOf({
  response,
}: {
  readonly response: { readonly clientDataJSON: string };
}): string | null {
  try {
    const told = JSON.parse(Buffer.from(response.clientDataJSON, "base64url").toString()) as {
      challenge?: unknown;
    } | null;
    const challenge = told?.challenge;
    return typeof challenge === "string" && /^[\w-]{16,128}$/.test(challenge) ? challenge : null;
  } catch {
    return null;
  }
}

/** The key that a device made for the challenge, at this site and with its person verified; null for anything else. */
export async function checkRegistration(
  baseUrl: string,
  response: unknown,
  expectedChallenge: string,
): Promise<KeptPasskey | null> {
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: response as Registration,
      expectedChallenge,
      ...siteOf(baseUrl),
      requireUserVerification: true,
    });
    if (!verified) return null;
    const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
    const key = Buffer.from(publicKey).toString("base64url");
    return { credentialId: id, publicKey: key, counter, transports };
  } catch {
    // The library says what is wrong with an answer by throwing; who sent it hears that it was refused.
    return null;
  }
}

/**
 * The counter of a use that answers the challenge, at this site and with its person verified; null for anything else,
 * and for a counter that did not grow.
 */
export async function checkAssertion(
  baseUrl: string,
  response: unknown,
  known: { readonly challenge: string; readonly passkey: KeptPasskey },
): Promise<{ readonly counter: number } | null> {
  const { challenge: expectedChallenge, passkey } = known;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: response as Answer,
      expectedChallenge,
      ...siteOf(baseUrl),
      credential: {
        id: passkey.credentialId,
        publicKey: new Uint8Array(Buffer.from(passkey.publicKey, "base64url")),
        counter: passkey.counter,
        transports: [...passkey.transports] as Transports,
      },
      requireUserVerification: true,
    });
    return verified ? { counter: authenticationInfo.newCounter } : null;
  } catch {
    return null;
  }
}
