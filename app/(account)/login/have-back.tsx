"use client";

import { useTranslations } from "next-intl";

import { useForm } from "@/components/form/action-form";
import { Checkbox } from "@/components/ui/checkbox";

/** Offers who signs in to an account that they deleted to have it back; nobody else sees it. */
export function HaveBack() {
  const t = useTranslations("login");
  const { state } = useForm();
  if (state?.details?.code !== "login.deleted") return null;
  return <Checkbox name="restore" label={t("haveBack")} defaultChecked />;
}
