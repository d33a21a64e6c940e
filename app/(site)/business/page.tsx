import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { ActionForm } from "@/components/form/action-form";
import { FormGuard } from "@/components/form/form-guard";
import { TextAreaField, TextField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { TimeZoneField } from "@/components/form/time-zone-field";
import { TimeZoneOptions } from "@/components/form/time-zone-options";
import { Steps } from "@/components/ui/steps";
import { page } from "@/lib/http/page";
import { readPublishedSettings } from "@/lib/records/settings";

import { request } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("business");
  return { title: t("title"), description: t("lead") };
}

export default page({
  area: "site",
  permission: "business.request",
  run: async (ctx) => {
    const t = await getTranslations("business");
    const { invitationHours } = await readPublishedSettings(ctx);
    return (
      <div className="shell grid gap-10 py-8 sm:py-14 lg:grid-cols-[1fr_22rem] lg:gap-16">
        <div>
          <h1 className="text-3xl font-semibold">{t("title")}</h1>
          <p className="mt-3 max-w-prose text-lg text-ink-soft">{t("lead")}</p>
          <div className="mt-8 rounded-lg border bg-surface p-5 shadow-md sm:p-8">
            <RequestForm />
          </div>
        </div>
        <aside className="lg:pt-32">
          <h2 className="mb-5 text-lg font-semibold">{t("next.title")}</h2>
          <Steps
            steps={[
              { title: t("next.review"), text: t("next.reviewText") },
              { title: t("next.invite"), text: t("next.inviteText", { hours: invitationHours }) },
              { title: t("next.open"), text: t("next.openText") },
            ]}
          />
        </aside>
      </div>
    );
  },
});

async function RequestForm() {
  const t = await getTranslations("business");
  const optional = (await getTranslations("ui"))("optional");
  const legend = "mb-4 text-lg font-semibold";
  return (
    <ActionForm action={request} className="space-y-8">
      <FormGuard />
      <fieldset className="space-y-5">
        <legend className={legend}>{t("company")}</legend>
        <TextField name="businessName" label={t("businessName")} autoComplete="organization" />
        <TimeZoneField name="timeZone" label={t("timeZone")} hint={t("timeZoneHint")}>
          <TimeZoneOptions />
        </TimeZoneField>
      </fieldset>
      <fieldset className="space-y-5">
        <legend className={legend}>{t("contact")}</legend>
        <TextField name="contact.name" label={t("contactName")} autoComplete="name" />
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField
            name="contact.email"
            type="email"
            label={t("contactEmail")}
            hint={t("contactEmailHint")}
            autoComplete="email"
          />
          <TextField
            name="contact.phone"
            type="tel"
            label={t("contactPhone")}
            hint={t("phoneHint")}
            autoComplete="tel"
          />
        </div>
      </fieldset>
      <fieldset className="space-y-5">
        <legend className={legend}>{t("billing")}</legend>
        <TextAreaField
          name="billing.address"
          label={t("billingAddress")}
          optional={optional}
          autoComplete="street-address"
        />
        <TextField name="billing.taxId" label={t("taxId")} optional={optional} autoComplete="off" />
      </fieldset>
      <SubmitButton size="lg" className="w-full sm:w-auto">
        {t("submit")}
      </SubmitButton>
    </ActionForm>
  );
}
