import type { ReactNode } from "react";

import { ClientMessages } from "@/components/i18n/client-messages";
import { OfflineGround } from "@/components/offline/ground-context";
import { OfflineBars } from "@/components/offline/offline-bars";
import { IconCount } from "@/components/queue/icon-count";
import { LoadAhead } from "@/components/scan/load-ahead";
import { AppShell } from "@/components/shell/app-shell";
import { requireViewer } from "@/lib/http/viewer";

import { languageOffer } from "@/app/_frame/language-offer";
import { signOut } from "@/app/_frame/sign-out";
import { unreadNow } from "@/app/_frame/unread";
import { waitingToday } from "./waiting";

/** What opens without network from the first visit on. */
const keptPages = [
  "/operator",
  "/operator/scan",
  "/operator/walk-up",
  "/operator/session",
  "/operator/day",
];

/** The frame alone: each page asks through `page()` who may see it. */
export default async function OperatorLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer();
  const today = await waitingToday();
  return (
    <ClientMessages of={["shell", "offline"]}>
      <OfflineGround viewer={viewer.id} pages={keptPages}>
        <AppShell
          viewer={viewer}
          signOut={signOut}
          language={languageOffer(viewer)}
          unread={await unreadNow()}
          waiting={{ today }}
        >
          <IconCount count={today} />
          <LoadAhead />
          <OfflineBars home={viewer.home} />
          {children}
        </AppShell>
      </OfflineGround>
    </ClientMessages>
  );
}
