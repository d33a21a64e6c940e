import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { page } from "@/lib/http/page";

import { showOperators } from "@/app/_console/operators/show-operators";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("operators"))("title") };
}

export default page({
  area: "backoffice",
  permission: "operator.read",
  run: (ctx, { searchParams }) => showOperators(ctx, "backoffice", searchParams),
});
