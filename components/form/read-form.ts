import type { FormState } from "./form-state";

type Tree = { [name: string]: string | Tree };

/**
 * A form as the object its zod schema takes: `contact.email` nests, checked boxes are `"on"`.
 * Fields named in `optional` fall out when left blank; the others stay, so that their rule can speak.
 */
export function readForm(form: FormData, optional: readonly string[] = []): Tree {
  const tree: Tree = {};
  for (const [path, value] of textsOf(form)) {
    if (value.trim() === "" && optional.includes(path)) continue;
    const names = path.split(".");
    const last = names.pop() ?? path;
    let branch = tree;
    for (const name of names) {
      const next = branch[name];
      branch = branch[name] = typeof next === "object" ? next : {};
    }
    branch[last] = value;
  }
  return tree;
}

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

/** The typed fields, without the ones that the framework adds. */
function textsOf(form: FormData): [string, string][] {
  return [...form].flatMap(([name, value]) =>
    typeof value === "string" && !name.startsWith("$ACTION")
      ? [[name, value] as [string, string]]
      : [],
  );
}
