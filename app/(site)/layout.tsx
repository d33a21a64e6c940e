import type { ReactNode } from "react";

import { SiteFrame } from "@/components/shell/site-frame";
import { currentViewer } from "@/lib/http/viewer";

import { languageOffer } from "@/app/_frame/language-offer";
import { signOut } from "@/app/_frame/sign-out";
import { unitsOffer } from "@/app/_frame/units-offer";

export default async function SiteLayout({ children }: { children: ReactNode }) {
  const viewer = await currentViewer();
  return (
    <SiteFrame
      viewer={viewer}
      signOut={signOut}
      language={languageOffer(viewer)}
      units={await unitsOffer()}
    >
      {children}
    </SiteFrame>
  );
}
