import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { redirect } from "next/navigation";

import { NotedAtLogin } from "@/components/account/noted-at-login-notice";
import { PasskeySignIn } from "@/components/account/passkey-sign-in";
import { PasswordField, TextField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { ClientMessages } from "@/components/i18n/client-messages";
import { AccountCard } from "@/components/shell/account-card";
import { Notice } from "@/components/ui/notice";
import { userOf } from "@/lib/core/actor";
import { homeOf, loginPath, registerPath, safeNext } from "@/lib/http/navigation";
import { page } from "@/lib/http/page";

import { enter, request } from "./actions";
import { HaveBack } from "./have-back";
import { LoginForm } from "./login-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("login");
  return { title: t("title") };
}

export default page({
  area: "account",
  permission: "account.login",
  run: async (ctx, { searchParams }) => {
    const next = safeNext(searchParams.next);
    const user = userOf(ctx);
    if (user) redirect(next ?? homeOf(user.role));
    const t = await getTranslations("login");
    return (
      <AccountCard
        title={t("title")}
        lead={t("lead")}
        foot={t.rich("noAccount", {
          link: (words) => (
            <Link href={registerPath(loginPath(next))} className="link">
              {words}
            </Link>
          ),
        })}
      >
        <NotedAtLogin />
        {searchParams.done === "password" && (
          <div className="mb-5">
            <Notice kind="success">{t("donePassword")}</Notice>
          </div>
        )}
        {searchParams.deactivated !== undefined && (
          <div className="mb-5">
            <Notice kind="success" title={t("deactivated")}>
              {t("deactivatedText")}
            </Notice>
          </div>
        )}
        {searchParams.deleted !== undefined && (
          <div className="mb-5">
            <Notice title={t("deleted")}>{t("deletedText")}</Notice>
          </div>
        )}
        {next && (
          <div className="mb-5">
            <Notice>{t(next.startsWith("/stations/") ? "toBook" : "needed")}</Notice>
          </div>
        )}
        <LoginForm onward={loginPath(next)}>
          <TextField
            name="username"
            label={t("username")}
            autoComplete="username webauthn"
            autoCapitalize="none"
            spellCheck={false}
          />
          <PasswordField name="password" label={t("password")} autoComplete="current-password" />
          <ClientMessages of={["login"]}>
            <HaveBack />
          </ClientMessages>
          <SubmitButton className="w-full">{t("submit")}</SubmitButton>
          <p className="text-center text-sm">
            <Link href="/forgot-password" className="link inline-flex min-h-9 items-center">
              {t("forgot")}
            </Link>
          </p>
        </LoginForm>
        <ClientMessages of={["passkeys"]}>
          <PasskeySignIn onward={loginPath(next)} actions={{ request, enter }} />
        </ClientMessages>
      </AccountCard>
    );
  },
});
