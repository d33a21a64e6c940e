import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { showNewOperator } from "@/app/_console/operators/show-operator-form";
import { page } from "@/lib/http/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("operators"))("add") };
}

export default page({
  area: "admin",
  permission: "operator.manage",
  run: (ctx, { searchParams }) => showNewOperator(ctx, "admin", searchParams),
});
