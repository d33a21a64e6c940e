import type { FieldError } from "@/lib/core/errors";
import type { RuleWords } from "@/lib/words/rule-words";

/** A refusal in the form that a server action returns. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly errors: readonly FieldError[];
  readonly details?: Readonly<Record<string, unknown>>;
}

/** A refusal and its faults in these words, by their codes and values. */
export function wordRefusal({ errors, ...refusal }: Refusal, words: RuleWords): Refusal {
  return {
    ...refusal,
    message: words.refusal({ code: refusal.code, values: refusal.details }),
    errors: errors.map(({ field, code, values }) => ({
      field,
      code,
      message: words.fault({ code, values }),
    })),
  };
}
