import type { ReactNode } from "react";

import { Logo } from "../ui/logo";

/** The logo and the landmark around a message that stands alone. */
export function BareFrame({ children }: { children: ReactNode }) {
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
      <main id="main" className="flex flex-1 flex-col">
        {children}
      </main>
    </>
  );
}
