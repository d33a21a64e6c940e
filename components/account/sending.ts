/** What is not done although somebody pressed it. */
export interface NotDone {
  /** What people call it, such as a booking's number. */
  readonly name: string;
  /** In words. */
  readonly why: string;
}

/** What is being sent, and how far it came. */
export interface Sending {
  /** What has no answer yet, by what people call it. */
  readonly left: () => readonly string[];
  /** Once all has its answer, what was refused. */
  readonly done: Promise<readonly NotDone[]>;
}

/** What is shown of a sign-out that waits for what is sent before it. */
export type SendingState =
  | { readonly kind: "Sending"; readonly left: readonly string[]; readonly isLate: boolean }
  | { readonly kind: "NotDone"; readonly notDone: readonly NotDone[] };
