import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";

import { ActionForm } from "@/components/form/action-form";
import { PasswordField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { AccountCard } from "@/components/shell/account-card";
import { ButtonLink } from "@/components/ui/button-link";
import { Checkbox } from "@/components/ui/checkbox";
import { page } from "@/lib/http/page";
import { readLink } from "@/lib/people/accounts";

import { choosePassword } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("password.set");
  // The address holds a secret: no search engine keeps it, no other site learns it.
  return { title: t("title"), robots: { index: false }, referrer: "no-referrer" };
}

export default page({
  area: "account",
  permission: "account.login",
  run: async (ctx, { searchParams }) => {
    const t = await getTranslations("password.set");
    const { token } = searchParams;
    if (typeof token !== "string" || token === "") {
      return (
        <AccountCard title={t("missing")} lead={t("missingText")}>
          <ButtonLink href="/forgot-password" className="w-full">
            {t("again")}
          </ButtonLink>
        </AccountCard>
      );
    }
    const passkeys = (await readLink(ctx, { token }))?.passkeys ?? 0;
    return (
      <AccountCard title={t("title")} lead={t("lead")}>
        <ActionForm action={choosePassword}>
          <input type="hidden" name="token" value={token} />
          <PasswordField
            name="password"
            label={t("password")}
            hint={t("hint")}
            autoComplete="new-password"
          />
          {passkeys > 0 && (
            <div>
              <Checkbox
                name="removePasskeys"
                value="true"
                label={t("removePasskeys", { count: passkeys })}
              />
              <p className="ml-8 text-sm">{t("removePasskeysText")}</p>
            </div>
          )}
          <SubmitButton className="w-full">{t("submit")}</SubmitButton>
          <p className="text-center text-sm">
            <Link href="/forgot-password" className="link inline-flex min-h-9 items-center">
              {t("again")}
            </Link>
          </p>
        </ActionForm>
      </AccountCard>
    );
  },
});
