import type { FormOf } from "@/lib/http/form-body";

/** What a form's action answers; null before the first try. */
export interface FormState {
  /** Why nothing was done, for the form as a whole. */
  readonly message?: string;
  /** What is wrong, by the field's path, such as `contact.email`. */
  readonly errors: Readonly<Record<string, string>>;
  /** What was typed, without passwords, for a browser that runs no script. */
  readonly values: Readonly<Record<string, string>>;
  /** What else the refusal says, for a form that shows more of it than its words. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** Set by an action whose success shows on the same page. */
  readonly done?: boolean;
}

/** What a form's page does with it; `Fields` are those that the form must bring, as text. */
export type FormAction<Fields = never> = (
  state: FormState | null,
  form: FormOf<Fields>,
) => Promise<FormState>;
