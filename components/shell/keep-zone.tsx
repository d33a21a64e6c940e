"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

import { yearMs } from "@/lib/core/durations";
import { zoneCookie } from "@/lib/core/units";

import { refreshPage } from "../live/refresh-page";
import { useViewerZone } from "../station/viewer-zone";

/** Tells the server by whose clock this browser is read, for pages of people who have no business with a zone. */
export function KeepZone({ kept }: { kept: string | undefined }) {
  const router = useRouter();
  const zone = useViewerZone();
  useEffect(() => {
    if (zone === null || zone === kept) return;
    document.cookie = `${zoneCookie}=${encodeURIComponent(zone)}; path=/; max-age=${yearMs / 1_000}; samesite=lax`;
    void refreshPage(router);
  }, [router, zone, kept]);
  return null;
}
