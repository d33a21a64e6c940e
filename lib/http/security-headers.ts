import { isSecureSite } from "./session-token";

const defaultTileUrl = "https://tile.openstreetmap.org/{z}/{x}/{y}.png";

/** The origin of the map's tiles, with `*` for a `{s}` subdomain; none for tiles of our own. */
function tileOrigin(): string {
  const address = (process.env.TILE_URL || defaultTileUrl).replace("{s}", "*");
  const [origin = ""] = /^https?:\/\/[\w*.-]+(?::\d+)?/.exec(address) ?? [];
  return origin;
}

/**
 * What a page may load: scripts that carry the request's own nonce and what they load, our own style sheets, pictures
 * of ours and the map's tiles. A page that is kept for many has no nonce; of the scripts that stand in it, those with
 * these hashes (SHA-256, Base64) run, beside files of ours. Style attributes are let through: React writes them into
 * HTML and they run nothing.
 */
export function contentSecurityPolicy(
  by: { readonly nonce: string } | { readonly hashes: readonly string[] },
): string {
  const development = process.env.NODE_ENV === "development";
  const [scripts, styles] =
    "nonce" in by
      ? [`'nonce-${by.nonce}' 'strict-dynamic'`, ` 'nonce-${by.nonce}'`]
      : [by.hashes.map((hash) => `'sha256-${hash}'`).join(" "), ""];
  const directives = [
    "default-src 'self'",
    `script-src 'self' ${scripts}${development ? " 'unsafe-eval'" : ""}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self'${styles}`,
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
