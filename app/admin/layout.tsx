import type { ReactNode } from "react";

import { ClientMessages } from "@/components/i18n/client-messages";
import { AppShell } from "@/components/shell/app-shell";
import { KeepZone } from "@/components/shell/keep-zone";
import { requireViewer } from "@/lib/http/viewer";

import { languageOffer } from "@/app/_frame/language-offer";
import { signOut } from "@/app/_frame/sign-out";
import { unreadNow } from "@/app/_frame/unread";
import { waitingAdmin } from "./waiting";
import { browserZone } from "@/app/_console/reader-zone";

/** The frame alone: each page asks through `page()` who may see it. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer();
  return (
    <ClientMessages of={["shell"]}>
      <KeepZone kept={await browserZone()} />
      <AppShell
        viewer={viewer}
        signOut={signOut}
        language={languageOffer(viewer)}
        unread={await unreadNow()}
        waiting={await waitingAdmin()}
      >
        {children}
      </AppShell>
    </ClientMessages>
  );
}
