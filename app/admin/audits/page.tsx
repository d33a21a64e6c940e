import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { page } from "@/lib/http/page";

import { showAudits } from "@/app/_console/audits/show-audits";
import { readerZone } from "@/app/_console/reader-zone";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audits"))("title") };
}

export default page({
  area: "admin",
  permission: "audit.read",
  run: async (ctx, { searchParams }) =>
    showAudits(ctx, "/admin/audits", searchParams, await readerZone(ctx)),
});
