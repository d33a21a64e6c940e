"use client";

import { PauseCircle, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";

import type { FieldsAction } from "@/lib/http/action";
import type { MeView } from "@/lib/people/accounts/schema";

import { ActionButton } from "../form/action-button";
import { Card, CardHeader } from "../ui/card";
import { Field } from "../ui/field";
import { PasswordInput } from "../ui/password-input";

/** The two ways out, each with what it means said before: a pause, and for good. */
export function CloseCard({
  me,
  days,
  actions,
}: {
  me: Pick<MeView, "id" | "can">;
  /** For how many a deleted account may be had back. */
  days: number;
  actions: {
    readonly closeAccount: FieldsAction<{ nic: string }>;
    readonly deleteAccount: FieldsAction<{ password: string }>;
  };
}) {
  const t = useTranslations("profile.close");
  return (
    <Card aria-labelledby="close">
      <CardHeader id="close" title={t("title")} />
      <div className="divide-y *:py-4 *:first:pt-0 *:last:pb-0">
        {me.can.includes("deactivate") && (
          <div className="space-y-3">
            <Means lines={t("pauseMeans")} />
            <ActionButton
              action={actions.closeAccount}
              input={{ nic: me.id }}
              label={t("pause")}
              icon={<PauseCircle aria-hidden />}
              look="secondary"
              done={t("paused")}
              ask={{
                title: t("pauseTitle"),
                text: <Means lines={t("pauseMeans")} />,
                confirm: t("pause"),
                isDanger: true,
              }}
            />
          </div>
        )}
        <div className="space-y-3">
          <Means lines={t("deleteMeans", { days })} />
          <ActionButton
            action={actions.deleteAccount}
            label={t("delete")}
            icon={<Trash2 aria-hidden />}
            look="danger"
            done={t("deleted")}
            ask={{
              title: t("deleteTitle"),
              text: <Means lines={t("deleteMeans", { days })} />,
              confirm: t("delete"),
              renderFields: (errorAt) => (
                <Field
                  name="password"
                  scope="dialog"
                  label={t("password")}
                  error={errorAt("password")}
                >
                  {(control) => (
                    <PasswordInput {...control} autoComplete="current-password" aria-required />
                  )}
                </Field>
              ),
            }}
          />
        </div>
      </div>
    </Card>
  );
}

function Means({ lines }: { lines: string }) {
  return (
    <ul className="list-disc space-y-1.5 pl-5 text-sm text-ink-soft">
      {lines.split("|").map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
