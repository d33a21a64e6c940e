/** What a form's action answers; null before the first try. */
export interface FormState {
  /** Why nothing was done, for the form as a whole. */
  readonly message?: string;
  /** What is wrong, by the field's path, such as `contact.email`. */
  readonly errors: Readonly<Record<string, string>>;
  /** What was typed, without passwords, for a browser that runs no script. */
  readonly values: Readonly<Record<string, string>>;
  /** Set by an action whose success shows on the same page. */
  readonly done?: boolean;
}

export type FormAction = (state: FormState | null, form: FormData) => Promise<FormState>;
