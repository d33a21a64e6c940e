import { ArrowLeft, KeyRound } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";

import { AddPasskey } from "@/components/account/add-passkey";
import { PasskeyRow } from "@/components/account/passkey-row";
import { ClientMessages } from "@/components/i18n/client-messages";
import { PageHead } from "@/components/shell/page-head";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { userOf } from "@/lib/core/actor";
import { homeOf } from "@/lib/http/navigation";
import { page } from "@/lib/http/page";
import { readPasskeys } from "@/lib/people/passkeys";

import { add, offer, remove, rename } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("passkeys"))("title") };
}

export default page({
  area: "account",
  permission: "account.self",
  run: async (ctx) => {
    const t = await getTranslations("passkeys");
    const passkeys = await readPasskeys(ctx);
    const role = userOf(ctx)?.role;
    return (
      <ClientMessages of={["passkeys"]}>
        <div className="shell w-full max-w-2xl py-8 sm:py-12">
          {role && (
            <Link
              href={homeOf(role)}
              className="link mb-4 inline-flex min-h-11 items-center gap-2 text-sm"
            >
              <ArrowLeft aria-hidden className="size-4" />
              {t("back")}
            </Link>
          )}
          <PageHead title={t("title")} lead={t("lead")} />
          <div className="space-y-6">
            <Card>
              {passkeys.length === 0 ? (
                <EmptyState icon={KeyRound} title={t("none")}>
                  {t("noneText")}
                </EmptyState>
              ) : (
                <ul className="divide-y">
                  {passkeys.map((passkey) => (
                    <PasskeyRow
                      key={passkey.id}
                      passkey={passkey}
                      rename={rename}
                      remove={remove}
                    />
                  ))}
                </ul>
              )}
            </Card>
            <AddPasskey actions={{ offer, add }} />
          </div>
        </div>
      </ClientMessages>
    );
  },
});
