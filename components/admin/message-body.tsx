"use client";

import { MailOpen } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { Button } from "../ui/button";
import { Dialog, DialogBody } from "../ui/dialog";

/** What a message says, read in a window: it may hold a link that is meant for one person. */
export function MessageBody({
  subject,
  recipient,
  body,
  language,
}: {
  subject: string;
  recipient: string;
  body: string;
  /** The one that it is in, which need not be the reader's. */
  language: string;
}) {
  const t = useTranslations("messages");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        look="quiet"
        size="sm"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        aria-label={t("readOf", { recipient })}
      >
        <MailOpen aria-hidden />
        {t("read")}
      </Button>
      <Dialog
        title={<span lang={language}>{subject}</span>}
        description={t("to", { recipient })}
        open={open}
        onOpenChange={setOpen}
      >
        <DialogBody>
          <p lang={language} className="text-sm whitespace-pre-wrap">
            {body}
          </p>
        </DialogBody>
      </Dialog>
    </>
  );
}
