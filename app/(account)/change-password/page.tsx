import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";

import { ActionForm } from "@/components/form/action-form";
import { PasswordField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { AccountCard } from "@/components/shell/account-card";
import { Notice } from "@/components/ui/notice";
import { readMe } from "@/lib/people/accounts";
import { page } from "@/lib/http/page";

import { replacePassword } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("password.change");
  return { title: t("title") };
}

export default page({
  area: "account",
  permission: "account.self",
  run: async (ctx) => {
    const t = await getTranslations("password");
    const { mustChangePassword, email } = await readMe(ctx);
    return (
      <AccountCard
        title={t("change.title")}
        foot={
          !mustChangePassword &&
          t.rich("change.passkeys", {
            link: (words) => (
              <Link href="/passkeys" className="link">
                {words}
              </Link>
            ),
          })
        }
      >
        {mustChangePassword && (
          <div className="mb-5">
            <Notice kind="warning">{t("change.must")}</Notice>
          </div>
        )}
        <ActionForm action={replacePassword}>
          {/* Lets a password manager know whose password this is; it reads no field of type hidden. */}
          <input
            type="text"
            autoComplete="username"
            value={email}
            readOnly
            tabIndex={-1}
            aria-hidden
            className="hidden"
          />
          <PasswordField
            name="currentPassword"
            label={t("change.current")}
            autoComplete="current-password"
          />
          <PasswordField
            name="newPassword"
            label={t("change.new")}
            hint={t("set.hint")}
            autoComplete="new-password"
          />
          <SubmitButton className="w-full">{t("change.submit")}</SubmitButton>
        </ActionForm>
      </AccountCard>
    );
  },
});
