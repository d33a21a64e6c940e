import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { page } from "@/lib/http/page";

import { showNewOperator } from "@/app/_console/operators/show-operator-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("operators"))("add") };
}

export default page({
  area: "backoffice",
  permission: "operator.manage",
  run: (ctx, { searchParams }) => showNewOperator(ctx, "backoffice", searchParams),
});
