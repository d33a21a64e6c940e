import { errorTable, type ErrorCode } from "@/lib/words";
import { errorKinds, type ErrorKind, type ValuesOf } from "@/lib/words/refusals";
import { english, type SentenceValues } from "@/lib/words/rule-words";

import type { FaultCode } from "../fault";

export { type ErrorCode } from "@/lib/words";
export { type ErrorKind } from "@/lib/words/refusals";

/** What is wrong with one field of the input: a schema's fault, or a refusal that belongs to it. */
export interface FieldFault {
  /** A path such as `contact.email`. */
  readonly field: string;
  readonly code: FaultCode | ErrorCode;
  readonly values?: SentenceValues | undefined;
}

/** One field that is not right, and what the rule is, in English until it is said to somebody. */
export interface FieldError extends FieldFault {
  readonly message: string;
}

/** The one error family: everything a use case refuses is one of these. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly kind: ErrorKind;
  /** Which fields of the input are concerned. */
  readonly fields?: readonly FieldError[];

  constructor(
    readonly code: ErrorCode,
    /** Values that the sentence is filled with, and that a client may show or act on, such as count and dates. */
    readonly details?: SentenceValues,
    fields?: readonly FieldFault[],
  ) {
    super(english.refusal({ code, values: details }));
    this.kind = errorTable[code].kind;
    if (fields) {
      this.fields = fields.map((one) => ({ ...one, message: english.fault(one) }));
    }
  }

  /** The HTTP status of api.md for this error. */
  get status(): number {
    return errorKinds[this.kind];
  }
}

type Given<C extends ErrorCode> =
  ValuesOf<(typeof errorTable)[C]> extends infer V ? (V extends void ? [] : [values: V]) : never;

/**
 * Makes the error of a code, for `throw fail("booking.change_cutoff", { hours: 12 })`.
 * The values fill the sentence and reach the client as `details`.
 */
export function fail<C extends ErrorCode>(code: C, ...given: Given<C>): AppError {
  return new AppError(code, given[0] as SentenceValues | undefined);
}

/** The same, for a refusal that belongs to one or more fields of the input. */
export function failField<C extends ErrorCode>(
  code: C,
  field: string | readonly string[],
  ...given: Given<C>
): AppError {
  const values = given[0] as SentenceValues | undefined;
  const names = typeof field === "string" ? [field] : field;
  return new AppError(
    code,
    values,
    names.map((name) => ({ field: name, code, ...(values && { values }) })),
  );
}

/** The refusal of an input by its faults, all at once, so that nobody mends a form one error at a time. */
export function failInput(faults: readonly FieldFault[]): AppError {
  return new AppError("request.invalid", undefined, faults);
}

/** Narrows an unknown thrown value to our error family, optionally to one code. */
export function isAppError(error: unknown, code?: ErrorCode): error is AppError {
  return error instanceof AppError && (code === undefined || error.code === code);
}
