import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { showAudits } from "@/app/_console/audits/show-audits";
import { asHolder } from "@/lib/core/permissions";
import { readBusiness } from "@/lib/people/businesses";
import { page } from "@/lib/http/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audits"))("title") };
}

export default page({
  area: "backoffice",
  permission: "audit.read",
  run: async (ctx, { searchParams }) => {
    const id = asHolder(ctx, "audit.read").actor.businessId ?? "";
    const { timeZone } = await readBusiness(ctx, { id });
    return showAudits(ctx, "/backoffice/audits", searchParams, timeZone);
  },
});
