import { useTranslations } from "next-intl";

import {
  type CreateWebhook,
  type UpdateWebhook,
  webhookEvent,
  type WebhookView,
} from "@/lib/insight/webhooks/schema";

import { ActionForm } from "../form/action-form";
import { FormGuard } from "../form/form-guard";
import { SelectField, TextField } from "../form/fields";
import type { FormAction } from "../form/form-state";
import { SubmitButton } from "../form/submit-button";
import { EventChoice } from "./event-choice";
import { useEventName } from "./event-name";
import { UntilSecret } from "./new-secret";

/** Where events go and which ones: to be made, and then the secret is shown, or to be changed. */
export function WebhookForm({
  action,
  area,
  webhook,
  businesses,
  businessId,
}: {
  action: FormAction<CreateWebhook & UpdateWebhook>;
  /** The console that it stands in. */
  area: "backoffice" | "admin";
  webhook?: WebhookView;
  /** Whose it may be, where that is to be chosen, and whose it is to be as yet. */
  businesses?: readonly { readonly id: string; readonly name: string }[];
  businessId?: string;
}) {
  const t = useTranslations("webhooks");
  const ui = useTranslations("ui");
  const nameOf = useEventName();
  const events = webhookEvent.options.map((type) => ({ type, name: nameOf(type) }));
  return (
    <ActionForm action={action} label={webhook ? t("change") : t("add")}>
      <FormGuard />
      <UntilSecret path={`/${area}/webhooks`}>
        <input type="hidden" name="area" value={area} />
        {webhook && <input type="hidden" name="id" value={webhook.id} />}
        {businesses && (
          <SelectField name="businessId" label={t("business")} defaultValue={businessId ?? ""}>
            <option value="">{t("chooseBusiness")}</option>
            {businesses.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
        )}
        <TextField
          name="url"
          type="url"
          label={t("url")}
          hint={t("urlHint")}
          defaultValue={webhook?.url}
          autoComplete="off"
        />
        <TextField
          name="description"
          label={t("description")}
          hint={t("descriptionHint")}
          optional={ui("optional")}
          defaultValue={webhook?.description}
          autoComplete="off"
        />
        <EventChoice events={events} chosen={webhook?.events ?? []} />
        <SubmitButton>{webhook ? ui("save") : t("add")}</SubmitButton>
      </UntilSecret>
    </ActionForm>
  );
}
