import { randomBytes, randomInt } from "node:crypto";

import { v5, v7 } from "uuid";

/** A new UUIDv7: unique, and ascending by time, which keeps indexes compact. */
export function newId(): string {
  return v7();
}

/** Names that ids are made of, so that nobody else's are the same. */
const names = "5b1f3c6e-0d0f-4d8e-9f36-2f4f7c1f6a55";

/** The same UUIDv5 wherever it is made of the same name, such as `outage/0199…`. */
export const idOf = (name: string): string => v5(name, names);

/** The least id of this instant (milliseconds count): ids made then or later are not below it. */
export function idAt(instant: Date): string {
  const time = instant.getTime().toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}

/** The instant (milliseconds count) at which an id was made; the inverse of `idAt`. */
export function instantOf(id: string): Date {
  return new Date(parseInt(id.replaceAll("-", "").slice(0, 12), 16));
}

/** Whether the text is written as a UUID, so that the database can be asked for it. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

/** Digits and consonants that nobody mistakes for one another on paper or by ear: no vowels, no 0 1 5 8 B I L O S Z. */
const plainAlphabet = "234679CDFGHJKMNPQRTVWXY";

/** `length` random characters of the plain alphabet, from a cryptographic source. */
export function plainCode(length: number): string {
  return Array.from({ length }, () => plainAlphabet[randomInt(plainAlphabet.length)]).join("");
}

/** A booking number for humans, such as `BK-7F3K-29QD` (product.md, Booking). */
export function newBookingNumber(): string {
  return `BK-${plainCode(4)}-${plainCode(4)}`;
}

/** An opaque secret of 256 bits, base64url, for refresh tokens and single-use links. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}
