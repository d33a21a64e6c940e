"use client";

import { Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { useForm } from "../form/action-form";
import { Button } from "../ui/button";
import { ButtonLink } from "../ui/button-link";
import { Notice } from "../ui/notice";
import { toast } from "../ui/toast";

/** What a form asks, until its answer brings a secret: that is shown in its place, this once. */
export function UntilSecret({ path, children }: { path: string; children: ReactNode }) {
  const t = useTranslations("webhooks");
  const { state } = useForm();
  if (!state?.done) return children;
  const { id, secret = "" } = state.values;
  const copy = async () => {
    await navigator.clipboard.writeText(secret);
    toast(t("copied"));
  };
  return (
    <output className="block space-y-4">
      <Notice kind="success" title={t("secretTitle")}>
        {t("secretText")}
      </Notice>
      <p className="rounded-md bg-sunken px-4 py-3 font-mono text-sm break-all select-all">
        {secret}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button look="secondary" onClick={copy}>
          <Copy aria-hidden />
          {t("copy")}
        </Button>
        <ButtonLink href={`${path}/${id}`}>{t("secretKept")}</ButtonLink>
      </div>
    </output>
  );
}
