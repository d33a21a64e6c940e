import type { ComponentProps } from "react";

import { cn } from "./class-names";

const looks = {
  /** The one clear action of a screen. */
  primary: "bg-accent text-on-accent hover:not-disabled:bg-accent-strong",
  secondary: "border border-line-strong bg-surface text-ink hover:not-disabled:bg-sunken",
  quiet: "text-ink hover:not-disabled:bg-sunken",
  danger: "bg-danger text-on-danger hover:not-disabled:opacity-90",
  /** Leads to such a step, which asks first. */
  "to-danger": "border border-line-strong bg-surface text-danger hover:not-disabled:bg-danger-soft",
} as const;

const sizes = {
  sm: "min-h-9 px-3 text-sm [&_svg]:size-4",
  md: "min-h-11 px-[min(1rem,4.5vw)] text-base [&_svg]:size-[1.125rem]",
  lg: "min-h-12 px-[min(1.5rem,6.5vw)] text-base [&_svg]:size-5",
  /** Square, for an icon alone; give it an accessible name. */
  icon: "size-11 [&_svg]:size-5",
  "icon-sm": "size-9 [&_svg]:size-[1.125rem]",
} as const;

export interface ButtonLook {
  readonly look?: keyof typeof looks;
  readonly size?: keyof typeof sizes;
}

/** The classes of a button, for elements that must look like one. */
export function buttonClass({ look = "primary", size = "md" }: ButtonLook = {}): string {
  return cn("button shrink-0", looks[look], sizes[size]);
}

export function Button({ look, size, className, ...props }: ComponentProps<"button"> & ButtonLook) {
  return <button type="button" {...props} className={cn(buttonClass({ look, size }), className)} />;
}
