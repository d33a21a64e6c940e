"use client";

import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";

import type { FieldsAction } from "@/lib/http/action";
import type { ApproveBusiness, BusinessView, RejectBusiness } from "@/lib/people/businesses/schema";

import { ActionButton } from "../form/action-button";
import { askedReason } from "../form/asked-reason";
import { Field } from "../ui/field";
import { Input } from "../ui/input";

/** The decision about a business that asks for an account: yes, with whom it begins, or no, and why. */
export function BusinessButtons({
  business,
  approve,
  reject,
}: {
  business: BusinessView;
  approve: FieldsAction<{ id: string } & ApproveBusiness>;
  reject: FieldsAction<{ id: string } & RejectBusiness>;
}) {
  const t = useTranslations("requests");
  const { id, name, contact } = business;
  return (
    <span className="inline-flex flex-wrap gap-2">
      <ActionButton
        action={approve}
        input={{ id }}
        label={t("approve")}
        icon={<Check aria-hidden />}
        size="sm"
        done={t("approved", { name })}
        ask={{
          title: t("approveTitle", { name }),
          text: t("approveText", { contact: contact.name, email: contact.email }),
          confirm: t("approveConfirm"),
          renderFields: (errorAt) => <FirstLogin errorAt={errorAt} />,
        }}
      />
      <ActionButton
        action={reject}
        input={{ id }}
        label={t("reject")}
        icon={<X aria-hidden />}
        look="danger"
        size="sm"
        done={t("rejected", { name })}
        ask={{
          title: t("rejectTitle", { name }),
          text: t("rejectText", { contact: contact.name }),
          confirm: t("rejectConfirm"),
          reason: askedReason(business, "reject"),
        }}
      />
    </span>
  );
}

/** Whose the first account is, where it is not the contact's, and a password for it. */
function FirstLogin({ errorAt }: { errorAt: (name: string) => string | undefined }) {
  const t = useTranslations("requests");
  const optional = useTranslations("ui")("optional");
  return (
    <>
      <Field
        name="adminEmail"
        scope="dialog"
        label={t("adminEmail")}
        hint={t("adminEmailHint")}
        error={errorAt("adminEmail")}
        optional={optional}
      >
        {(control) => <Input {...control} type="email" autoComplete="off" />}
      </Field>
      <Field
        name="temporaryPassword"
        scope="dialog"
        label={t("password")}
        hint={t("passwordHint")}
        error={errorAt("temporaryPassword")}
        optional={optional}
      >
        {(control) => <Input {...control} autoComplete="off" />}
      </Field>
    </>
  );
}
