/** Every kind of refusal, with its HTTP status: the table of api.md, Errors. */
export const errorKinds = {
  BusinessRuleViolation: 400,
  MalformedRequest: 400,
  Unauthorized: 401,
  Forbidden: 403,
  NotFound: 404,
  MethodNotAllowed: 405,
  Conflict: 409,
  PayloadTooLarge: 413,
  UnsupportedMediaType: 415,
  ValidationFailed: 422,
  TooManyRequests: 429,
  InternalError: 500,
  ServiceUnavailable: 503,
} as const;

export type ErrorKind = keyof typeof errorKinds;

/** One code's row; its sentence stands in the catalogues, under `rules.refusals`. */
export interface RefusalRow {
  readonly kind: ErrorKind;
}

/** A row with what its sentence is filled with, and `fail` takes with the code: of the type alone. */
interface Refusal<V> extends RefusalRow {
  readonly values?: (values: V) => void;
}

/** What a row's code is refused with; void where it takes nothing. */
export type ValuesOf<R> = R extends Refusal<infer V> ? V : never;

function kind<K extends ErrorKind>(name: K) {
  return <V = void>(): Refusal<V> & { readonly kind: K } => ({ kind: name });
}

export const rule = kind("BusinessRuleViolation");
export const malformed = kind("MalformedRequest");
export const unauthorized = kind("Unauthorized");
export const forbidden = kind("Forbidden");
export const notFound = kind("NotFound");
export const conflict = kind("Conflict");
export const invalid = kind("ValidationFailed");
export const refused = { kind };
