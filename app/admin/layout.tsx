import { redirect } from "next/navigation";
import type { ReactNode } from "react";

import { AppShell } from "@/components/shell/app-shell";
import { currentViewer } from "@/lib/http/viewer";

import { signOut } from "../(account)/sign-out/actions";

/** The frame alone: each page asks through `page()` who may see it. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const viewer = await currentViewer();
  if (!viewer) redirect("/login");
  return (
    <AppShell viewer={viewer} signOut={signOut}>
      {children}
    </AppShell>
  );
}
