import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";

/** What a control needs to belong to its field: `<Input {...control} />`. */
export interface ControlProps {
  readonly id: string;
  readonly name: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": true | undefined;
}

/**
 * A control with its label, hint and error, tied together by ids made of `name`, so that it works
 * before any script does. `scope` sets two forms on one page apart.
 */
export function Field({
  name,
  label,
  hint,
  error,
  optional,
  scope = "f",
  children,
}: {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  /** The word that marks a field one may leave empty. */
  optional?: string;
  scope?: string;
  children: (control: ControlProps) => ReactNode;
}) {
  const id = `${scope}-${name.replaceAll(".", "-")}`;
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return (
    <div className="space-y-1.5">
      <label
        htmlFor={id}
        className="flex flex-wrap items-baseline justify-between gap-x-2 text-sm font-medium"
      >
        {label}
        {optional && <span className="text-xs font-normal text-ink-soft">{optional}</span>}
      </label>
      {children({
        id,
        name,
        "aria-describedby": described || undefined,
        "aria-invalid": error ? true : undefined,
      })}
      {error && (
        <p id={`${id}-error`} className="flex gap-1.5 text-sm text-danger">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-ink-soft">
          {hint}
        </p>
      )}
    </div>
  );
}
