import type { ReactNode } from "react";

/** A page with one short form. */
export function AccountCard({
  title,
  lead,
  children,
  foot,
}: {
  title: string;
  lead?: ReactNode;
  children?: ReactNode;
  foot?: ReactNode;
}) {
  return (
    <div className="shell flex flex-1 flex-col items-center py-8 sm:py-16">
      <div className="w-full max-w-md">
        <div className="rounded-lg border bg-surface p-5 shadow-md sm:p-8">
          <h1 className="text-2xl font-semibold">{title}</h1>
          {lead && <p className="mt-1.5 text-ink-soft">{lead}</p>}
          {children && <div className="mt-6">{children}</div>}
        </div>
        {foot && <p className="mt-5 text-center text-sm text-ink-soft">{foot}</p>}
      </div>
    </div>
  );
}
