import { Check } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";

/** The platform's checkbox with its label; the whole row is the target. */
export function Checkbox({ label, ...props }: ComponentProps<"input"> & { label: ReactNode }) {
  return (
    <label className="group flex min-h-11 items-start gap-3 py-2.5 text-sm">
      <span className="relative grid size-5 shrink-0 place-items-center">
        <input
          {...props}
          type="checkbox"
          className="peer size-5 appearance-none rounded-sm border border-line-strong bg-surface transition-colors checked:border-accent checked:bg-accent group-hover:border-ink-soft aria-invalid:border-danger"
        />
        <Check
          aria-hidden
          strokeWidth={3}
          className="pointer-events-none absolute hidden size-3.5 text-on-accent peer-checked:block"
        />
      </span>
      {label && <span>{label}</span>}
    </label>
  );
}
