import Link from "next/link";
import type { ReactNode } from "react";

/** A named share of something. */
export interface BarRow {
  readonly id: string;
  readonly name: string;
  /** Where it leads, if anywhere. */
  readonly href?: string;
  /** From 0; 1 is full, and what is above is drawn as full. */
  readonly share: number;
  /** The share in words. */
  readonly text: string;
  readonly detail: string;
}

function Row({ href, children }: { href: string | undefined; children: ReactNode }) {
  if (href === undefined) return <div className="px-2 py-2">{children}</div>;
  return (
    <Link href={href} className="block rounded-md px-2 py-2 transition-colors hover:bg-sunken">
      {children}
    </Link>
  );
}

/** Names with a bar each, which say themselves what they show; most lead on. */
export function BarList({ label, rows }: { label: string; rows: readonly BarRow[] }) {
  return (
    <ul aria-label={label} className="-mx-2 space-y-0.5">
      {rows.map(({ id, name, href, share, text, detail }) => (
        <li key={id}>
          <Row href={href}>
            <span className="flex flex-wrap items-end justify-between gap-x-4 text-sm">
              <span className="min-w-0 font-medium text-pretty">{name}</span>
              <span className="tabular text-ink-soft">
                {detail} <span className="font-semibold text-ink">{text}</span>
              </span>
            </span>
            <svg aria-hidden className="mt-1.5 block h-2 w-full">
              <rect width="100%" height="8" rx="4" fill="var(--sunken)" />
              <rect
                width={`${Math.min(share, 1) * 100}%`}
                height="8"
                rx="4"
                fill={share > 1 ? "var(--danger)" : "var(--accent)"}
              />
            </svg>
          </Row>
        </li>
      ))}
    </ul>
  );
}
