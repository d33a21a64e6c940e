import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { page } from "@/lib/http/page";

import { showInbox } from "@/app/_frame/inbox/show-inbox";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inbox"))("title") };
}

export default page({
  area: "backoffice",
  permission: "notification.read",
  run: (ctx, { searchParams }) => showInbox(ctx, "/backoffice/inbox", searchParams),
});
