import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

/** Says one thing and offers one way on, for when there is no page to show; inside a frame. */
export function Message({
  icon: Icon,
  title,
  children,
  action,
}: {
  icon: LucideIcon;
  title: string;
  children: ReactNode;
  action: ReactNode;
}) {
  return (
    <div className="shell flex flex-1 flex-col items-center justify-center py-16 text-center">
      <span className="grid size-16 place-items-center rounded-full bg-accent-soft text-accent-ink">
        <Icon aria-hidden className="size-8" />
      </span>
      <h1 className="mt-6 text-2xl font-semibold">{title}</h1>
      <div className="mt-2 max-w-md text-ink-soft">{children}</div>
      <div className="mt-8">{action}</div>
    </div>
  );
}
