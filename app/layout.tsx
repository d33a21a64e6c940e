import type { Metadata, Viewport } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import localFont from "next/font/local";
import { cookies } from "next/headers";
import type { ReactNode } from "react";

import { ClientMessages } from "@/components/i18n/client-messages";
import { languages } from "@/components/i18n/locales";
import { readTheme, themeCookie } from "@/components/ui/theme";
import { userOf } from "@/lib/core/actor";
import { readerOfPage } from "@/lib/http/reader-of-page";

import "./globals.css";

/**
 * The letters of every page. A first visit over a slow line is read in the device's own letters to its end, because
 * lines that break anew under one's thumb are worse than other letters; from the next page on Geist is there.
 */
const geist = localFont({
  src: "../node_modules/geist/dist/fonts/geist-sans/Geist-Variable.woff2",
  variable: "--font-geist-sans",
  weight: "100 900",
  display: "optional",
});

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("site");
  return {
    title: { default: t("name"), template: `%s · ${t("name")}` },
    description: t("description"),
    applicationName: t("name"),
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#121a1a" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale();
  const { actor } = await readerOfPage();
  const theme = readTheme((await cookies()).get(themeCookie)?.value, userOf({ actor })?.theme);
  return (
    <html
      lang={locale}
      dir={languages[locale].direction}
      data-theme={theme === "system" ? undefined : theme}
      // The theme switch changes the attribute without asking React.
      suppressHydrationWarning
      className={geist.variable}
    >
      <body className="flex min-h-dvh flex-col">
        <ClientMessages>{children}</ClientMessages>
      </body>
    </html>
  );
}
