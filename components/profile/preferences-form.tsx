import { useTranslations } from "next-intl";

import { themes } from "@/lib/core/themes";
import type { ChoosePreferences, MeView } from "@/lib/people/accounts/schema";

import { ActionForm } from "../form/action-form";
import { FormGuard } from "../form/form-guard";
import { SelectField } from "../form/fields";
import type { FormAction } from "../form/form-state";
import { SubmitButton } from "../form/submit-button";
import { languages, type Locale } from "../i18n/locales";
import { Card, CardHeader } from "../ui/card";
import { ShowTheme } from "./show-theme";
import { SavedNote } from "./saved-note";

/** How Baybook speaks to oneself: language, clock, distances and colours. */
export function PreferencesForm({
  action,
  me,
  languages: offered,
}: {
  action: FormAction<ChoosePreferences>;
  me: MeView;
  languages: readonly Locale[];
}) {
  const t = useTranslations("profile");
  const ui = useTranslations("ui");
  const own = <option value="">{t("asUsual")}</option>;
  return (
    <Card aria-labelledby="preferences">
      <CardHeader id="preferences" title={t("preferences")} />
      <ActionForm action={action}>
        <FormGuard />
        <div className="grid gap-5 sm:grid-cols-2">
          {offered.length > 1 && (
            <SelectField name="language" label={ui("language")} defaultValue={me.language ?? ""}>
              {own}
              {offered.map((locale) => (
                <option key={locale} value={locale} lang={locale}>
                  {languages[locale].name}
                </option>
              ))}
            </SelectField>
          )}
          <SelectField name="hourCycle" label={t("clock")} defaultValue={me.hourCycle ?? ""}>
            {own}
            <option value="12">{t("h12")}</option>
            <option value="24">{t("h24")}</option>
          </SelectField>
          <SelectField
            name="distanceUnit"
            label={t("distances")}
            defaultValue={me.distanceUnit ?? ""}
          >
            {own}
            <option value="km">{t("km")}</option>
            <option value="mi">{t("mi")}</option>
          </SelectField>
          <SelectField name="theme" label={ui("theme.legend")} defaultValue={me.theme ?? "system"}>
            {themes.map((theme) => (
              <option key={theme} value={theme}>
                {ui(`theme.${theme}`)}
              </option>
            ))}
          </SelectField>
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <SubmitButton>{t("save")}</SubmitButton>
          <SavedNote />
          <ShowTheme />
        </div>
      </ActionForm>
    </Card>
  );
}
