import { useFormatter, useTranslations } from "next-intl";

import { Button } from "../ui/button";
import { Dialog, DialogBody, DialogFooter } from "../ui/dialog";
import type { SendingState } from "./sending";

/** Says what is sent before signing out, and asks where that takes long or was refused. */
export function SendingDialog({
  state,
  onStay,
  onLeave,
}: {
  state: SendingState;
  onStay: () => void;
  onLeave: () => void;
}) {
  const t = useTranslations("shell.sending");
  const ui = useTranslations("ui");
  const isSending = state.kind === "Sending";
  const count = isSending ? state.left.length : state.notDone.length;
  const asks = !isSending || state.isLate;
  return (
    <Dialog
      title={t(isSending ? "title" : "notDone", { count })}
      open
      onOpenChange={(open) => !open && onStay()}
    >
      <DialogBody>
        {isSending ? (
          <Progress left={state.left} isLate={state.isLate} />
        ) : (
          <ul className="space-y-2">
            {state.notDone.map(({ name, why }) => (
              <li key={name}>
                <span className="font-medium">{name}</span>
                <span className="block text-ink-soft">{why}</span>
              </li>
            ))}
          </ul>
        )}
      </DialogBody>
      <DialogFooter>
        <Button look="secondary" onClick={onStay}>
          {ui("goBack")}
        </Button>
        {asks && (
          <Button look="danger" onClick={onLeave}>
            {t("signOut", { count })}
          </Button>
        )}
      </DialogFooter>
    </Dialog>
  );
}

function Progress({ left, isLate }: { left: readonly string[]; isLate: boolean }) {
  const t = useTranslations("shell.sending");
  const format = useFormatter();
  const count = left.length;
  return (
    <output className="block space-y-2">
      <span className="block">{t("text", { count })}</span>
      {isLate && <span className="block">{t("late", { count, numbers: format.list(left) })}</span>}
    </output>
  );
}
