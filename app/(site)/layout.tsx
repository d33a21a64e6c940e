import type { ReactNode } from "react";

import { SiteFrame } from "@/components/shell/site-frame";
import { currentViewer } from "@/lib/http/viewer";

import { signOut } from "@/app/_frame/sign-out";

export default async function SiteLayout({ children }: { children: ReactNode }) {
  return (
    <SiteFrame viewer={await currentViewer()} signOut={signOut}>
      {children}
    </SiteFrame>
  );
}
