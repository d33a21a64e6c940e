import { cookies } from "next/headers";
import type { ReactNode } from "react";

import type { Viewer } from "@/lib/http/viewer";

import { PageViewer } from "../form/page-viewer";
import type { LanguageOffer } from "../i18n/language-choice";
import { readTheme, themeCookie } from "../ui/theme";
import { SiteFooter } from "./site-footer";
import { SiteHeader } from "./site-header";
import type { UnitsOffer } from "./units-choice";

/** Header and footer around the public pages. */
export async function SiteFrame({
  viewer,
  signOut,
  language,
  units,
  children,
}: {
  viewer: Viewer | null;
  signOut: () => Promise<void>;
  language: LanguageOffer;
  units: UnitsOffer;
  children: ReactNode;
}) {
  const theme = readTheme((await cookies()).get(themeCookie)?.value, viewer?.theme);
  return (
    <PageViewer id={viewer?.id}>
      <SiteHeader viewer={viewer} theme={theme} signOut={signOut} language={language} />
      <main id="main" tabIndex={-1} className="flex flex-1 flex-col outline-none">
        {children}
      </main>
      <SiteFooter theme={theme} language={language} units={units} />
    </PageViewer>
  );
}
