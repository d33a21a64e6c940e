import { Bell } from "lucide-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { cookies } from "next/headers";
import { useTranslations } from "next-intl";
import { type ReactNode, Suspense } from "react";

import type { Viewer } from "@/lib/http/viewer";

import { PageViewer } from "../form/page-viewer";
import { ClientMessages } from "../i18n/client-messages";
import type { LanguageOffer } from "../i18n/language-choice";
import { InboxBell } from "../inbox/inbox-bell";
import type { Unread } from "../inbox/use-unread";
import { Logo } from "../ui/logo";
import { readTheme, themeCookie, type Theme } from "../ui/theme";
import { Toaster } from "../ui/toaster";
import { AppNav } from "./app-nav";
import { type NavItem, navOf, shortcutsOf, type Waiting } from "./nav";
import { navIcons } from "./nav-icons";
import { PageProgress } from "./page-progress";
import { SkipLink } from "./skip-link";
import { UserMenu } from "./user-menu";

// Apart, so that a role without a palette loads nothing of it.
const PaletteButton = dynamic(() =>
  import("../palette/palette-button").then((file) => file.PaletteButton),
);

interface Frame {
  viewer: Viewer;
  signOut: () => Promise<void>;
  language: LanguageOffer;
  /** How many things wait for the viewer's decision. */
  waiting?: Waiting;
  /** How many notifications are not read yet. */
  unread: Unread;
  children: ReactNode;
}

/** The frame of every role's pages: navigation beside them, or below them on a phone. */
export async function AppShell(frame: Frame) {
  const theme = readTheme((await cookies()).get(themeCookie)?.value, frame.viewer.theme);
  return (
    <PageViewer id={frame.viewer.id}>
      <Layout {...frame} theme={theme} />
    </PageViewer>
  );
}

function Layout({
  viewer,
  signOut,
  language,
  waiting,
  unread,
  theme,
  children,
}: Frame & { theme: Theme }) {
  const t = useTranslations("shell");
  const items = navOf(viewer, waiting);
  const shortcuts = shortcutsOf(viewer);
  const icons = drawIcons(items);
  return (
    <div className="flex min-h-dvh flex-1 flex-col lg:grid lg:grid-cols-[15.5rem_1fr]">
      <SkipLink />
      <Suspense>
        <PageProgress />
      </Suspense>
      <aside className="sticky top-0 hidden h-dvh flex-col border-r bg-surface p-4 lg:flex print:hidden">
        <Link href={viewer.home} className="mb-6 self-start rounded-md p-1.5">
          <Logo />
        </Link>
        {/* Longer than a low window it scrolls alone. */}
        <div className="-mx-4 min-h-0 overflow-y-auto px-4">
          <AppNav items={items} icons={icons} form="column" />
        </div>
      </aside>
      <div className="flex min-w-0 flex-1 flex-col">
        <header className="sticky top-0 z-[1000] flex min-h-16 flex-wrap items-center gap-x-3 border-b bg-surface px-4 py-2 lg:px-8 print:hidden">
          <Link href={viewer.home} className="-ml-1.5 rounded-md p-1.5 lg:hidden">
            <Logo />
          </Link>
          <p className="hidden text-sm text-ink-soft lg:block">{t(`roles.${viewer.role}`)}</p>
          <div className="ml-auto flex items-center gap-2">
            {shortcuts.length > 0 && (
              <ClientMessages of={["shell", "palette", "bookingStatus"]}>
                <PaletteButton home={viewer.home} items={items} shortcuts={shortcuts} />
              </ClientMessages>
            )}
            <InboxBell
              href={`${viewer.home}/inbox`}
              icon={<Bell aria-hidden className="size-5" />}
              unread={unread}
              // On an operator's icon stands what waits at the gate.
              onIcon={viewer.role !== "Operator"}
            />
            <UserMenu viewer={viewer} signOut={signOut} language={language} theme={theme} />
          </div>
        </header>
        <main
          id="main"
          tabIndex={-1}
          className="mx-auto w-full max-w-[88rem] flex-1 px-4 py-6 pb-24 outline-none sm:px-8 lg:py-10 lg:pb-10"
        >
          {children}
        </main>
      </div>
      <div className="fixed inset-x-0 bottom-0 z-[1000] border-t bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden print:hidden">
        <AppNav items={items} icons={icons} form="bar" />
      </div>
      <Toaster />
    </div>
  );
}

function drawIcons(items: readonly NavItem[]) {
  return Object.fromEntries(
    items.map(({ label }) => {
      const Icon = navIcons[label];
      return [label, <Icon key={label} aria-hidden className="size-5 shrink-0" />];
    }),
  );
}
