import type { ReactNode } from "react";

import { ClientMessages } from "@/components/i18n/client-messages";
import { AppShell } from "@/components/shell/app-shell";
import { requireViewer } from "@/lib/http/viewer";

import { languageOffer } from "@/app/_frame/language-offer";
import { signOut } from "@/app/_frame/sign-out";
import { unreadNow } from "@/app/_frame/unread";
import { waitingOffice } from "./waiting";

/** The frame alone: each page asks through `page()` who may see it. */
export default async function BackofficeLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer();
  return (
    <ClientMessages of={["shell"]}>
      <AppShell
        viewer={viewer}
        signOut={signOut}
        language={languageOffer(viewer)}
        unread={await unreadNow()}
        waiting={await waitingOffice()}
      >
        {children}
      </AppShell>
    </ClientMessages>
  );
}
