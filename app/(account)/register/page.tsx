import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { redirect } from "next/navigation";

import { PasswordField, TextField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { AccountCard } from "@/components/shell/account-card";
import { Notice } from "@/components/ui/notice";
import { userOf } from "@/lib/core/actor";
import { homeOf, loginPath, safeNext } from "@/lib/http/navigation";
import { page } from "@/lib/http/page";

import { RegisterForm } from "./register-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("register");
  return { title: t("title") };
}

export default page({
  area: "account",
  permission: "owner.register",
  run: async (ctx, { searchParams }) => {
    const next = safeNext(searchParams.next);
    const user = userOf(ctx);
    if (user) redirect(next ?? homeOf(user.role));
    const t = await getTranslations("register");
    const link = (href: string) => (words: React.ReactNode) => (
      <Link href={href} className="link">
        {words}
      </Link>
    );
    return (
      <AccountCard
        title={t("title")}
        lead={t("lead")}
        foot={t.rich("haveAccount", { link: link(loginPath(next)) })}
      >
        {next?.startsWith("/stations/") && (
          <div className="mb-5">
            <Notice>{t("toBook")}</Notice>
          </div>
        )}
        <RegisterForm onward={loginPath(next)}>
          <TextField name="name" label={t("name")} autoComplete="name" />
          <TextField
            name="email"
            type="email"
            label={t("email")}
            autoComplete="email"
            autoCapitalize="none"
            spellCheck={false}
          />
          <PasswordField
            name="password"
            label={t("password")}
            hint={t("passwordHint")}
            autoComplete="new-password"
          />
          <p className="text-sm text-ink-soft">
            {t.rich("agree", { terms: link("/terms"), privacy: link("/privacy") })}
          </p>
          <SubmitButton className="w-full">{t("submit")}</SubmitButton>
        </RegisterForm>
      </AccountCard>
    );
  },
});
