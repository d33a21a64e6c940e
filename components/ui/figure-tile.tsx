import type { LucideIcon } from "lucide-react";

/** One number that matters, and what it counts. */
export function FigureTile({
  icon: Icon,
  label,
  value,
}: {
  icon: LucideIcon;
  label: string;
  value: string;
}) {
  return (
    <div className="rounded-lg border bg-surface p-4 shadow-sm sm:p-5">
      <dt className="flex items-center gap-2 text-sm text-ink-soft">
        <Icon aria-hidden className="size-4 shrink-0" />
        {label}
      </dt>
      <dd className="tabular mt-1.5 text-2xl font-semibold">{value}</dd>
    </div>
  );
}
