import type { ComponentProps } from "react";

import { cn } from "./class-names";

/** How every text control looks: 16 px type, so that no phone zooms in on it. */
export const controlClass =
  "block w-full rounded-md border border-line-strong bg-surface px-3 text-base text-ink " +
  "placeholder:text-ink-soft transition-colors hover:border-ink-soft " +
  "focus-visible:border-accent focus-visible:outline-offset-0 " +
  "aria-invalid:border-danger aria-invalid:focus-visible:outline-danger " +
  "disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-soft";

export function Input({ className, ...props }: ComponentProps<"input">) {
  return <input type="text" {...props} className={cn(controlClass, "h-11", className)} />;
}

export function Textarea({ className, ...props }: ComponentProps<"textarea">) {
  return <textarea rows={3} {...props} className={cn(controlClass, "py-2.5", className)} />;
}
