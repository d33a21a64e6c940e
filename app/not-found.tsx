import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { NotFoundMessage } from "@/components/shell/not-found-message";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("errors.notFound");
  return { title: t("title") };
}

export default function NotFound() {
  return <NotFoundMessage />;
}
