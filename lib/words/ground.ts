import { admin, jobsOnly } from "./grants";
import { defineWords } from "./define-words";
import {
  conflict,
  forbidden,
  invalid,
  malformed,
  notFound,
  refused,
  unauthorized,
} from "./refusals";
import { setting, whole } from "./setting";

/** The words of the ground: what belongs to no room (architecture.md, Two faces, and words of its own). */
export const words = defineWords({
  // The worker's sweep through every room, and the demo's first steps.
  jobs: ["clean-up", "seed"],
  permissions: {
    "service.read": "public",
    "health.read": admin,
    "record.clean": jobsOnly("clean-up"),
  },
  errors: {
    "request.malformed": malformed<{ why: string }>(({ why }) => why),
    "request.invalid": invalid("Some fields are missing or not as they should be."),
    "request.method": refused.kind("MethodNotAllowed")<{ allowed: string }>(
      ({ allowed }) => `This address answers ${allowed} only.`,
    ),
    "request.media_type": refused.kind("UnsupportedMediaType")<{ expected: string }>(
      ({ expected }) => `Send the body as ${expected}.`,
    ),
    "request.too_large": refused.kind("PayloadTooLarge")<{ limit: string }>(
      ({ limit }) => `The body is larger than ${limit}.`,
    ),
    "request.not_found": notFound("There is nothing at this address."),
    "request.forbidden": forbidden("Your role may not do this."),
    "request.origin": forbidden("A change with the browser's session must come from this site."),
    "request.rate_limited": refused.kind("TooManyRequests")<{ seconds: number }>(
      ({ seconds }) => `Too many requests. Try again in ${seconds} seconds.`,
    ),
    "request.internal": refused.kind("InternalError")(
      "Something went wrong on our side. It has been recorded.",
    ),
    "request.unavailable": refused.kind("ServiceUnavailable")(
      "The service cannot reach its database just now. Nothing was changed; try again shortly.",
    ),
    "auth.required": unauthorized("Sign in to do this."),
    "auth.token_invalid": unauthorized("The access token is not valid or has expired."),
    "auth.token_revoked": unauthorized("The access token was revoked. Sign in again."),
    "idempotency.key_required": malformed(
      "The Idempotency-Key header is required here: 1 to 255 visible ASCII characters.",
    ),
    "idempotency.key_invalid": malformed(
      "The Idempotency-Key header must be 1 to 255 visible ASCII characters.",
    ),
    "idempotency.key_reused": invalid(
      "This Idempotency-Key was used with another request. Use a new key.",
    ),
    "idempotency.in_progress": conflict(
      "A request with this Idempotency-Key is still in progress. Try again in a moment.",
    ),
  },
  published: ["idempotencyDays", "requestLimit"],
  settings: {
    idempotencyDays: setting(
      "IDEMPOTENCY_DAYS",
      whole(1, 90),
      7,
      [],
      "Days for which a key answers the first result again.",
    ),
    requestLimit: setting(
      "REQUEST_LIMIT",
      whole(1, 1_000_000),
      600,
      [],
      "Other requests per user or address in a minute.",
    ),
  },
  navigation: {
    health: { permission: "health.read", icon: "HeartPulse", places: { admin: 120 } },
  },
  limits: {
    default: [{ by: "caller", setting: "requestLimit", minutes: 1 }],
    none: [],
  },
  samples: {
    /** The morning of the examples. */
    now: "2026-06-01T12:00:00.000Z",
  },
});
