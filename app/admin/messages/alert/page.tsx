import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { AlertForm } from "@/components/admin/alert-form";
import { ClientMessages } from "@/components/i18n/client-messages";
import { PageHead } from "@/components/shell/page-head";
import { Notice } from "@/components/ui/notice";
import { page } from "@/lib/http/page";
import { notificationType } from "@/lib/insight/inbox/schema";

import { findPeople, send } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("alert"))("title") };
}

export default page({
  area: "admin",
  permission: "notification.broadcast",
  run: async (ctx, { searchParams: { added } }) => {
    const t = await getTranslations("alert");
    const types = await getTranslations("inbox.types");
    const isSent = typeof added === "string" && /^\d{1,9}$/.test(added);
    return (
      <ClientMessages of={["shell", "alert"]}>
        <PageHead title={t("title")} lead={t("lead")} />
        <div className="max-w-2xl space-y-6">
          {isSent && (
            <Notice isNews kind="success">
              {t("sent", { count: Number(added) })}
            </Notice>
          )}
          {/* A new form after each alert. */}
          <AlertForm key={isSent ? ctx.requestId : "first"} action={send} findPeople={findPeople}>
            {notificationType.options.map((type) => (
              <option key={type} value={type}>
                {types(type)}
              </option>
            ))}
          </AlertForm>
        </div>
      </ClientMessages>
    );
  },
});
