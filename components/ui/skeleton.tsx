import { cn } from "./class-names";

/** The place of something that is on its way. Its container says so to screen readers. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <div aria-hidden data-loading className={cn("animate-pulse rounded-md bg-sunken", className)} />
  );
}
