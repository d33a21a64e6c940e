import type { FormState } from "./form-state";

/** What a refused form shows: the refusal's words, and everything typed but passwords. */
export function refusedForm(
  refusal: {
    readonly message: string;
    readonly errors?: readonly { readonly field: string; readonly message: string }[];
  },
  form: FormData,
): FormState {
  const errors: Record<string, string> = {};
  for (const { field, message } of refusal.errors ?? []) errors[field] ??= message;
  const values = Object.fromEntries(textsOf(form).filter(([name]) => !/password/i.test(name)));
  return { message: refusal.message, errors, values };
}

/** The typed fields, without the ones that the framework adds; none of what is no form, as anybody may send. */
function textsOf(form: unknown): [string, string][] {
  if (!(form instanceof FormData)) return [];
  return [...form].flatMap(([name, value]) =>
    typeof value === "string" && !name.startsWith("$ACTION")
      ? [[name, value] as [string, string]]
      : [],
  );
}
