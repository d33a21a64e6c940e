import type { ReactNode } from "react";

import { ClientMessages } from "@/components/i18n/client-messages";
import { OfflineGround } from "@/components/offline/ground-context";
import { OfflineBars } from "@/components/offline/offline-bars";
import { AppShell } from "@/components/shell/app-shell";
import { requireViewer } from "@/lib/http/viewer";

import { languageOffer } from "@/app/_frame/language-offer";
import { signOut } from "@/app/_frame/sign-out";
import { unreadNow } from "@/app/_frame/unread";
import { keptPages } from "./kept-pages";

/** The frame alone: each page asks through `page()` who may see it. */
export default async function OwnerLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer();
  return (
    <ClientMessages of={["shell", "offline"]}>
      <OfflineGround viewer={viewer.id} pages={await keptPages()}>
        <AppShell
          viewer={viewer}
          signOut={signOut}
          language={languageOffer(viewer)}
          unread={await unreadNow()}
        >
          <OfflineBars home={viewer.home} />
          {children}
        </AppShell>
      </OfflineGround>
    </ClientMessages>
  );
}
