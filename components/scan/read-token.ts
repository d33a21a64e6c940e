/**
 * Which booking a QR code says that it is of. Whether that is true the server alone can tell: for a link, and no more.
 */
export function bookingOfToken(token: string): string | undefined {
  const body = /^v1\.([\w-]+)\./.exec(token.trim())?.[1];
  if (body === undefined) return undefined;
  try {
    const { b }: { b?: unknown } = JSON.parse(atob(body.replaceAll("-", "+").replaceAll("_", "/")));
    return typeof b === "string" && /^[\da-f-]{36}$/i.test(b) ? b : undefined;
  } catch {
    return undefined;
  }
}
