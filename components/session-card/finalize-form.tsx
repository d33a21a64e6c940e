import { CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState, useSyncExternalStore } from "react";

import { useActs } from "../offline/use-acts";
import { ActionBar, barButtonClass } from "../queue/action-bar";
import type { PhoneSession } from "../queue/on-phone";
import { useMoney } from "../station/money";
import { Button } from "../ui/button";
import { cn } from "../ui/class-names";
import { Notice } from "../ui/notice";
import { Spinner } from "../ui/spinner";
import { FinalizeFields } from "./finalize-fields";
import { faultValues, type FinalizeDraft, finalizeFaults, finalizeInput } from "./finalize-input";
import { FinalizeTotal } from "./finalize-total";
import { Settlement } from "./totals";
import { usePreview } from "./use-preview";

const never = () => () => undefined;
const isOnPhone = () => true;
const isOnServer = () => false;

/** Finishes a session: energy, payment, the total as it is typed; what is out of the ordinary is asked once. */
export function FinalizeForm({
  session,
  draft,
  note,
  isAway,
  onChange,
  onNoted,
  onLeave,
}: {
  session: PhoneSession;
  /** What was typed; it is the screen's, because the form comes and goes with the address. */
  draft: FinalizeDraft;
  /** What was typed on the card and not added; there is no room for it once the session is finished. */
  note: string;
  isAway: boolean;
  onChange: (draft: FinalizeDraft) => void;
  /** The note is on its way. */
  onNoted: () => void;
  onLeave: () => void;
}) {
  const t = useTranslations("finalize");
  const ui = useTranslations("ui");
  const money = useMoney();
  const { add } = useActs();
  /** The input that was warned of, and is meant all the same. */
  const [meant, setMeant] = useState<string>();
  /** The input with which finishing was tried though it is wrong. */
  const [tried, setTried] = useState<string>();
  const [isAsking, setAsking] = useState(false);
  const isThere = useSyncExternalStore(never, isOnPhone, isOnServer);
  const { id, bookingId, bookingNumber: number, stationId, currency } = session;
  const input = finalizeInput(draft);
  const said = JSON.stringify(input);
  const own = finalizeFaults(input, currency);
  const { answer, ask } = usePreview(id, said);
  const preview = answer?.ok ? answer.data : undefined;
  const faults = answer && !answer.ok ? answer : undefined;
  const errorAt = (name: keyof typeof own) => {
    const fault = tried === said ? own[name] : undefined;
    if (fault) return t(`faults.${fault}`, faultValues(currency));
    return faults?.errors.find(({ field }) => field === name)?.message;
  };
  const warnings = meant === said ? (preview?.warnings ?? []) : [];

  /** Whether nothing speaks against it, or it is meant all the same, or nobody can be asked. */
  const isMeant = async () => {
    const heard = isAway ? null : await ask();
    if (!heard || (!heard.ok && heard.isUnreached)) return true;
    if (!heard.ok) return false;
    setMeant(said);
    return heard.data.warnings.length === 0 || meant === said;
  };
  const finish = async (event: FormEvent) => {
    event.preventDefault();
    if (isAsking) return;
    // Before the act is kept: nobody can be asked, and a refusal comes when the driver is gone.
    if (Object.keys(own).length > 0) {
      setTried(said);
      return;
    }
    setAsking(true);
    if (await isMeant()) {
      const about = { bookingId, number, stationId, ...(id !== null && { sessionId: id }) };
      if (note !== "") {
        await add({ kind: "Note", ...about, text: note });
        onNoted();
      }
      await add({ kind: "Finalize", ...about, ...input });
      onLeave();
    }
    setAsking(false);
  };
  return (
    <form noValidate onSubmit={(event) => void finish(event)} className="max-w-xl">
      {/* Before the script is there, the browser itself would send the form to nobody. */}
      <fieldset disabled={!isThere} className="min-w-0 space-y-4">
        <FinalizeFields
          draft={draft}
          total={preview?.totals.total.amount}
          errorAt={errorAt}
          onChange={onChange}
        />
        {note !== "" && <Notice>{t("noteToo")}</Notice>}
        <FinalizeTotal answer={answer} isAway={isAway || id === null} />
        <ActionBar className="flex-wrap">
          {preview && <Settlement payment={preview.payment} />}
          {warnings.map(({ code, message }) => (
            <div key={code} className="basis-full">
              <Notice kind="warning" role="alert" title={t("unusual")}>
                {message}
              </Notice>
            </div>
          ))}
          <Button look="secondary" className={barButtonClass} onClick={onLeave}>
            {ui("back")}
          </Button>
          <Button type="submit" className={cn(barButtonClass, "flex-1")} disabled={isAsking}>
            {isAsking ? <Spinner /> : <CircleCheck aria-hidden />}
            {warnings.length > 0
              ? t("allTheSame")
              : preview
                ? t("finishFor", { total: money(preview.totals.total) })
                : t("finish")}
          </Button>
        </ActionBar>
      </fieldset>
    </form>
  );
}
