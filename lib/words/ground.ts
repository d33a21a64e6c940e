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

/** Why a request cannot be read, and the parameter where it is one's. */
interface Unreadable {
  readonly why:
    | "no_utf8"
    | "no_json"
    | "no_object"
    | "too_deep"
    | "nul_in_body"
    | "nul_in_parameter"
    | "bad_cookie"
    | "no_form"
    | "no_file";
  readonly name?: string;
}

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
    "request.malformed": malformed<Unreadable>(),
    "request.invalid": invalid(),
    "request.method": refused.kind("MethodNotAllowed")<{ allowed: readonly string[] }>(),
    "request.media_type": refused.kind("UnsupportedMediaType")<{ expected: readonly string[] }>(),
    "request.too_large": refused.kind("PayloadTooLarge")<{ mebibytes: number }>(),
    "request.form_too_large": refused.kind("PayloadTooLarge")<{ kibibytes: number }>(),
    "request.not_found": notFound(),
    "request.forbidden": forbidden(),
    "request.origin": forbidden(),
    "request.other_account": conflict(),
    "request.rate_limited": refused.kind("TooManyRequests")<{ seconds: number; minutes: number }>(),
    "request.internal": refused.kind("InternalError")(),
    "request.busy": refused.kind("ServiceUnavailable")(),
    "request.unavailable": refused.kind("ServiceUnavailable")(),
    "request.timed_out": refused.kind("ServiceUnavailable")(),
    "report.busy": refused.kind("ServiceUnavailable")(),
    "request.contract": malformed<{ offered: readonly string[] }>(),
    "auth.required": unauthorized(),
    "auth.token_invalid": unauthorized(),
    "auth.token_revoked": unauthorized(),
    "idempotency.key_required": malformed(),
    "idempotency.key_invalid": malformed(),
    "idempotency.keys_differ": malformed(),
    "idempotency.key_reused": invalid(),
    "idempotency.in_progress": conflict(),
  },
  published: ["idempotencyDays", "requestLimit"],
  settings: {
    idempotencyDays: setting("IDEMPOTENCY_DAYS", whole(1, 90), 7, []),
    requestLimit: setting("REQUEST_LIMIT", whole(1, 1_000_000), 600, []),
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
