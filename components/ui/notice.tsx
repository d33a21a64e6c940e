import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

import { cn } from "./class-names";

const kinds = {
  info: { icon: Info, look: "bg-sunken text-ink [&>svg]:text-ink-soft" },
  success: { icon: CircleCheck, look: "bg-success-soft text-ink [&>svg]:text-success" },
  warning: { icon: TriangleAlert, look: "bg-warning-soft text-ink [&>svg]:text-warning" },
  danger: { icon: CircleAlert, look: "bg-danger-soft text-ink [&>svg]:text-danger" },
} as const;

/** A remark that belongs to the page or form it stands in. `role="alert"` makes it heard at once,
 * `isNews` when there is quiet. */
export function Notice({
  kind = "info",
  role,
  isNews = false,
  title,
  children,
}: {
  kind?: keyof typeof kinds;
  role?: "alert";
  isNews?: boolean;
  title?: ReactNode;
  children?: ReactNode;
}) {
  const { icon: Icon, look } = kinds[kind];
  const Box = isNews ? "output" : "div";
  return (
    <Box role={role} className={cn("flex gap-3 rounded-md px-4 py-3 text-sm", look)}>
      <Icon aria-hidden className="mt-px size-[1.125rem] shrink-0" />
      <div className="min-w-0 space-y-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div>{children}</div>}
      </div>
    </Box>
  );
}
