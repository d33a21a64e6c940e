import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

import { Logo } from "../ui/logo";

/**
 * A page that says one thing and offers one way on, for when there is no page to show. Inside a frame, which has the
 * logo and the landmark already, it is the content alone.
 */
export function MessagePage({
  icon: Icon,
  title,
  children,
  action,
  framed,
}: {
  icon: LucideIcon;
  title: string;
  children: ReactNode;
  action: ReactNode;
  framed?: boolean;
}) {
  const place = "shell flex flex-1 flex-col items-center justify-center py-16 text-center";
  const content = (
    <>
      <span className="grid size-16 place-items-center rounded-full bg-accent-soft text-accent-ink">
        <Icon aria-hidden className="size-8" />
      </span>
      <h1 className="mt-6 text-2xl font-semibold">{title}</h1>
      <div className="mt-2 max-w-md text-ink-soft">{children}</div>
      <div className="mt-8">{action}</div>
    </>
  );
  if (framed) return <div className={place}>{content}</div>;
  return (
    <>
      <header className="border-b bg-surface">
        <div className="shell flex h-16 items-center">
          {/* A whole load: what failed begins anew. It spares every page a second copy of the router's link, too. */}
          {/* oxlint-disable-next-line nextjs/no-html-link-for-pages -- on purpose */}
          <a href="/" className="-ml-1.5 rounded-md p-1.5">
            <Logo />
          </a>
        </div>
      </header>
      <main id="main" className={place}>
        {content}
      </main>
    </>
  );
}
