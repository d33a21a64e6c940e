"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect } from "react";

import type { Channels, TopicChoice } from "@/lib/insight/inbox/schema";

import { ActionForm, useForm } from "../form/action-form";
import { SelectField, TextField } from "../form/fields";
import { FormGuard } from "../form/form-guard";
import type { FormAction } from "../form/form-state";
import { SubmitButton } from "../form/submit-button";
import { Card, CardHeader } from "../ui/card";
import { Notice } from "../ui/notice";
import { ChoiceBox } from "./choice-box";
import { TopicChoices } from "./topic-choices";

/** By which ways one hears of what, and when not; saved together, with nothing lost where it is refused. */
export function ChannelsForm({
  action,
  channels,
  topics,
  isStaff,
  zones,
}: {
  action: FormAction;
  channels: Channels;
  /** What the reader is ever told of. */
  topics: readonly TopicChoice[];
  /** Who may want one mail an hour instead of forty. */
  isStaff: boolean;
  /** The options of the time zones, by region. */
  zones: ReactNode;
}) {
  const t = useTranslations("channels");
  const { quietHours, timeZone, hourlyDigest, inApp } = channels;
  return (
    <ActionForm action={action} label={t("title")} className="space-y-6">
      <FormGuard />
      <Card aria-labelledby="topics">
        <CardHeader id="topics" title={t("what")} />
        {topics.length > 0 ? (
          <TopicChoices topics={topics} channels={channels} />
        ) : (
          <p className="text-sm text-ink-soft">{t("noTopics")}</p>
        )}
        <div className="mt-2 border-t pt-2">
          <ChoiceBox
            name="inApp.all"
            label={t("inApp")}
            hint={t("inAppHint")}
            isChosen={inApp.all}
          />
          {isStaff && topics.length > 0 && (
            <ChoiceBox
              name="hourlyDigest"
              label={t("digest")}
              hint={t("digestHint")}
              isChosen={hourlyDigest}
            />
          )}
        </div>
        <p className="mt-3 text-sm text-ink-soft">{t("always")}</p>
      </Card>
      <Card aria-labelledby="quiet">
        <CardHeader id="quiet" title={t("quiet")} />
        <p className="mb-4 text-sm text-ink-soft">{t("quietText")}</p>
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField
            type="time"
            name="quietHours.from"
            label={t("from")}
            optional={t("optional")}
            defaultValue={quietHours?.from}
          />
          <TextField
            type="time"
            name="quietHours.to"
            label={t("to")}
            optional={t("optional")}
            defaultValue={quietHours?.to}
          />
          <div className="sm:col-span-2">
            <SelectField
              name="timeZone"
              label={t("timeZone")}
              hint={t("timeZoneHint")}
              optional={t("optional")}
              defaultValue={timeZone ?? ""}
            >
              <option value="">{t("noZone")}</option>
              {zones}
            </SelectField>
          </div>
        </div>
      </Card>
      <Saved />
      <SubmitButton className="w-full sm:w-auto">{t("save")}</SubmitButton>
    </ActionForm>
  );
}

/** Says that it was saved, and lets the browser's way back show it as it is now. */
function Saved() {
  const t = useTranslations("channels");
  const { state } = useForm();
  const router = useRouter();
  useEffect(() => {
    if (state?.done) router.refresh();
  }, [state, router]);
  return (
    <output className="block">{state?.done && <Notice kind="success">{t("saved")}</Notice>}</output>
  );
}
