import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";

import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/fields";
import { FormOutcome } from "@/components/form/form-outcome";
import { SubmitButton } from "@/components/form/submit-button";
import { AccountCard } from "@/components/shell/account-card";
import { Notice } from "@/components/ui/notice";
import { page } from "@/lib/http/page";
import { readPublishedSettings } from "@/lib/records/settings";

import { askForLink } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("password.forgot");
  return { title: t("title") };
}

export default page({
  area: "account",
  permission: "account.login",
  run: async (ctx) => {
    const t = await getTranslations("password.forgot");
    const { passwordResetMinutes } = await readPublishedSettings(ctx);
    return (
      <AccountCard
        title={t("title")}
        lead={t("lead", { minutes: passwordResetMinutes })}
        foot={
          <Link href="/login" className="link">
            {t("back")}
          </Link>
        }
      >
        <ActionForm action={askForLink}>
          <FormOutcome
            done={
              <Notice kind="success" title={t("sentTitle")}>
                {t("sent")}
              </Notice>
            }
          >
            <div className="space-y-5">
              <TextField
                name="username"
                label={t("username")}
                autoComplete="username"
                autoCapitalize="none"
                spellCheck={false}
              />
              <SubmitButton className="w-full">{t("submit")}</SubmitButton>
            </div>
          </FormOutcome>
        </ActionForm>
      </AccountCard>
    );
  },
});
