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

/** One code's row: its kind and its words, which may need values. */
export interface RefusalRow {
  readonly kind: ErrorKind;
  // oxlint-disable-next-line typescript/no-explicit-any -- each row names its own values; `fail` infers them
  readonly words: (values: any) => string;
}

function kind<K extends ErrorKind>(name: K) {
  return <V = void>(words: string | ((values: V) => string)) => ({
    kind: name,
    words: typeof words === "string" ? (_values: V) => words : words,
  });
}

export const rule = kind("BusinessRuleViolation");
export const malformed = kind("MalformedRequest");
export const unauthorized = kind("Unauthorized");
export const forbidden = kind("Forbidden");
export const notFound = kind("NotFound");
export const conflict = kind("Conflict");
export const invalid = kind("ValidationFailed");
export const refused = { kind };
