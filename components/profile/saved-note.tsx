"use client";

import { CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

import { useForm } from "../form/action-form";

/** Says in a form that it was saved, and brings the page up to date. */
export function SavedNote() {
  const t = useTranslations("profile");
  const router = useRouter();
  const { state } = useForm();
  useEffect(() => {
    if (state?.done) router.refresh();
  }, [state, router]);
  return (
    <output className="flex items-center gap-1.5 text-sm text-success">
      {state?.done && (
        <>
          <CircleCheck aria-hidden className="size-4" />
          {t("saved")}
        </>
      )}
    </output>
  );
}
