import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";

import { cn } from "./class-names";
import { controlClass } from "./input";

/**
 * The platform's own select in our clothes: phones show their wheel, it works before any script does,
 * and it costs no bytes. A list that must be searched takes a combobox instead.
 */
export function Select({ className, children, ...props }: ComponentProps<"select">) {
  return (
    <span className="relative block">
      <select
        {...props}
        className={cn(controlClass, "h-11 appearance-none truncate pr-9", className)}
      >
        {children}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-ink-soft"
      />
    </span>
  );
}
