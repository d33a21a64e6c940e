import { Check, CircleAlert, Clock, CloudUpload, type LucideIcon } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";

import { cn } from "../ui/class-names";

const kinds = {
  yes: { icon: Check, look: "bg-success-soft text-success" },
  no: { icon: CircleAlert, look: "bg-danger-soft text-danger" },
  soon: { icon: Clock, look: "bg-warning-soft text-warning" },
  kept: { icon: CloudUpload, look: "bg-warning-soft text-warning" },
} as const satisfies Record<string, { icon: LucideIcon; look: string }>;

export type AnswerKind = keyof typeof kinds;

/** What became of a code: seen by its colour and sign from an arm's length, then read. It is said at once, and has the focus. */
export function AnswerCard({
  kind,
  title,
  lead,
  children,
  actions,
}: {
  kind: AnswerKind;
  title: ReactNode;
  lead?: ReactNode;
  children?: ReactNode;
  /** The one that is most likely next comes first. */
  actions: ReactNode;
}) {
  const { icon: Icon, look } = kinds[kind];
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    // The whole answer is seen, below whatever the page says of the network.
    card.current?.scrollIntoView({ block: "start" });
    card.current?.querySelector("h2")?.focus({ preventScroll: true });
  }, []);
  return (
    <section ref={card} className="overflow-hidden rounded-lg border bg-surface shadow-sm">
      <div role={kind === "no" ? "alert" : "status"} className={cn("flex gap-3 px-4 py-4", look)}>
        <Icon aria-hidden className="mt-0.5 size-7 shrink-0" />
        <div className="min-w-0 space-y-0.5">
          <h2 tabIndex={-1} className="text-xl font-semibold outline-none">
            {title}
          </h2>
          {lead && <p className="text-ink">{lead}</p>}
        </div>
      </div>
      <div className="space-y-5 p-4">
        {children}
        <div className="grid gap-2">{actions}</div>
      </div>
    </section>
  );
}
