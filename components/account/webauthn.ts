import {
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
} from "@simplewebauthn/browser";

import type { Assertion, NewCredential, PasskeyOptions } from "@/lib/people/passkeys/schema";

type Creation = Parameters<typeof startRegistration>[0]["optionsJSON"];
type Request = Parameters<typeof startAuthentication>[0]["optionsJSON"];

// The library's own types of the same JSON are wider than what the server takes; what it answers the server reads anew.
const sent = <T>(value: unknown) => structuredClone(value) as T;

export const hasPasskeys = browserSupportsWebAuthn;
/** Whether the browser offers passkeys where a user name is typed. */
export const offersPasskeys = browserSupportsWebAuthnAutofill;

/** Has the device make a key; null where the person did not want to, or it has one of this account already. */
export async function makeKey(options: PasskeyOptions): Promise<NewCredential | null> {
  try {
    return sent(await startRegistration({ optionsJSON: options as unknown as Creation }));
  } catch {
    return null;
  }
}

/** Has the device answer with a key of this site: at once, or when one is chosen at the user name. Null for none. */
export async function answerWithKey(
  options: PasskeyOptions,
  useBrowserAutofill: boolean,
): Promise<Assertion | null> {
  const optionsJSON = options as unknown as Request;
  try {
    return sent(await startAuthentication({ optionsJSON, useBrowserAutofill }));
  } catch {
    return null;
  }
}

/** Takes back what is still asked of the browser. */
export const stopAsking = () => WebAuthnAbortService.cancelCeremony();
