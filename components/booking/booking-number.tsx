import Link from "next/link";

import { cn } from "../ui/class-names";

/** A booking's number, in one line however narrow its place is (screens.md, S44); with `href`, the way to its page. */
export function BookingNumber({
  number,
  href,
  className,
}: {
  number: string;
  href?: string;
  className?: string;
}) {
  const look = cn("tabular whitespace-nowrap", className);
  if (href === undefined) return <span className={look}>{number}</span>;
  return (
    <Link href={href} className={cn("link", look)}>
      {number}
    </Link>
  );
}
