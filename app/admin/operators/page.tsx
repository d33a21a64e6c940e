import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { showOperators } from "@/app/_console/operators/show-operators";
import { page } from "@/lib/http/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("operators"))("title") };
}

export default page({
  area: "admin",
  permission: "operator.read",
  run: (ctx, { searchParams }) => showOperators(ctx, "admin", searchParams),
});
