/** An arrival of the kept queue, as far as a code is recognised by it (api.md, operator/queue). */
export interface Recognizable {
  readonly id: string;
  /** The check-in window, both ends included. */
  readonly opensAt: string;
  readonly closesAt: string;
  /** Hex SHA-256 of the QR code's content. */
  readonly tokenSha256: string;
  /** Hex of the first 4 bytes of SHA-256 of `<id>:<code>`. */
  readonly codeCheck: string;
}

/** What was scanned or typed means, as far as this phone can tell. `byMs`: how long until, or since. */
export type Recognized<A> =
  | { readonly kind: "Arrival"; readonly arrival: A }
  | { readonly kind: "Early"; readonly arrival: A; readonly byMs: number }
  | { readonly kind: "Late"; readonly arrival: A; readonly byMs: number }
  /** Used on this phone already, and not sent yet. */
  | { readonly kind: "Used"; readonly arrival: A }
  /** It looks like one of ours; the kept queue has no such arrival. */
  | { readonly kind: "Unknown" }
  | { readonly kind: "NotOurs" };

/** What was scanned or typed, as check-in takes it; null for what can be neither of ours. */
export function readCode(text: string): { readonly qr: string } | { readonly code: string } | null {
  const said = text.trim();
  if (/^v1\.[\w-]+\.[\w-]+$/.test(said)) return { qr: said };
  const code = said.toUpperCase().replaceAll(/[\s-]/g, "");
  return /^[0-9A-Z]{8}$/.test(code) ? { code } : null;
}

/**
 * The booking's number that was typed, such as `BK-7F3K-29QD`, in either case and however its signs are grouped; null
 * for anything else. Its own eight signs alone may be a code as well.
 */
export function readNumber(text: string): string | null {
  const said = text.toUpperCase().replaceAll(/[\s-]/g, "");
  const [, first, last] = /^(?:BK)?([0-9A-Z]{4})([0-9A-Z]{4})$/.exec(said) ?? [];
  return first === undefined ? null : `BK-${first}-${last}`;
}

/**
 * Finds the arrival that a scanned QR code or a typed code means, in upper or lower case, with or without its dash,
 * without asking the server: the queue holds only hashes, from which no code can be made. `now` is the server's time
 * in milliseconds (`serverTimeAt`); `used` are the bookings that this phone has checked in and not yet sent.
 */
export async function recognize<A extends Recognizable>(
  text: string,
  arrivals: readonly A[],
  { now, used }: { readonly now: number; readonly used: ReadonlySet<string> },
): Promise<Recognized<A>> {
  const read = readCode(text);
  if (!read) return { kind: "NotOurs" };
  const found = "qr" in read ? await byToken(read.qr, arrivals) : await byCode(read.code, arrivals);
  // Two that fit one short check cannot be told apart here; the server can.
  const [arrival, second] = found;
  if (!arrival || second) return { kind: "Unknown" };
  if (used.has(arrival.id)) return { kind: "Used", arrival };
  const [opens, closes] = [Date.parse(arrival.opensAt), Date.parse(arrival.closesAt)];
  if (now < opens) return { kind: "Early", arrival, byMs: opens - now };
  if (now > closes) return { kind: "Late", arrival, byMs: now - closes };
  return { kind: "Arrival", arrival };
}

async function byToken<A extends Recognizable>(token: string, arrivals: readonly A[]) {
  const hash = await sha256(token);
  return arrivals.filter(({ tokenSha256 }) => tokenSha256 === hash);
}

async function byCode<A extends Recognizable>(code: string, arrivals: readonly A[]) {
  const checks = await Promise.all(arrivals.map(({ id }) => sha256(`${id}:${code}`)));
  return arrivals.filter(({ codeCheck }, index) => checks[index]?.slice(0, 8) === codeCheck);
}

/** Hex SHA-256 of a text in UTF-8. */
async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
