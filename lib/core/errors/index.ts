import { errorTable, type ErrorCode } from "@/lib/words";
import { errorKinds, type ErrorKind, type RefusalRow } from "@/lib/words/refusals";

export { type ErrorCode } from "@/lib/words";
export { type ErrorKind } from "@/lib/words/refusals";

/** One field that is not right, and what the rule is. `field` is a path such as `contact.email`. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** The one error family: everything a use case refuses is one of these. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly kind: ErrorKind;

  constructor(
    readonly code: ErrorCode,
    message: string,
    /** Which fields of the input are concerned. */
    readonly fields?: readonly FieldError[],
    /** Values that a client may show or act on, such as count and dates. */
    readonly details?: Readonly<Record<string, unknown>>,
  ) {
    super(message);
    this.kind = errorTable[code].kind;
  }

  /** The HTTP status of api.md for this error. */
  get status(): number {
    return errorKinds[this.kind];
  }
}

type Values<C extends ErrorCode> = Parameters<(typeof errorTable)[C]["words"]>[0];

/**
 * Makes the error of a code, for `throw fail("booking.change_cutoff", { hours: 12 })`.
 * The values fill the words and reach the client as `details`.
 */
export function fail<C extends ErrorCode>(
  code: C,
  ...values: Values<C> extends void ? [] : [Values<C>]
): AppError {
  const row: RefusalRow = errorTable[code];
  const given = values[0] as Readonly<Record<string, unknown>> | undefined;
  return new AppError(code, row.words(given), undefined, given);
}

/** The same, for a refusal that belongs to one or more fields of the input. */
export function failField<C extends ErrorCode>(
  code: C,
  field: string | readonly string[],
  ...values: Values<C> extends void ? [] : [Values<C>]
): AppError {
  const { message, details } = fail(code, ...values);
  const names = typeof field === "string" ? [field] : field;
  return new AppError(
    code,
    message,
    names.map((name) => ({ field: name, message })),
    details,
  );
}

/** Narrows an unknown thrown value to our error family, optionally to one code. */
export function isAppError(error: unknown, code?: ErrorCode): error is AppError {
  return error instanceof AppError && (code === undefined || error.code === code);
}
