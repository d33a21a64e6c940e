import { isSecureSite } from "./session-token";

const defaultTileUrl = "https://tile.openstreetmap.org/{z}/{x}/{y}.png";

/** The origin of the map's tiles, with `*` for a `{s}` subdomain; none for tiles of our own. */
function tileOrigin(): string {
  const address = (process.env.TILE_URL || defaultTileUrl).replace("{s}", "*");
  const [origin = ""] = /^https?:\/\/[\w*.-]+(?::\d+)?/.exec(address) ?? [];
  return origin;
}

/**
 * What a page may load, with a nonce of the request's own: scripts that carry it and what they load, our own
 * style sheets, pictures of ours and the map's tiles. Style attributes are let through: React writes them into
 * HTML and they run nothing.
 */
export function contentSecurityPolicy(nonce: string): string {
  const development = process.env.NODE_ENV === "development";
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    `img-src 'self' data: blob: ${tileOrigin()}`.trimEnd(),
    "font-src 'self'",
    "media-src 'self' blob:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isSecureSite() ? ["upgrade-insecure-requests"] : []),
  ];
  return directives.join("; ");
}

/** The other headers of every page (quality.md, Web security). */
export function securityHeaders(): Readonly<Record<string, string>> {
  return {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy":
      "camera=(self), geolocation=(self), microphone=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    ...(isSecureSite() && {
      "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
    }),
  };
}
