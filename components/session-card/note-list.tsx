import { useTranslations } from "next-intl";
import type { FormEvent } from "react";

import { PendingBadge } from "../offline/pending-badge";
import type { PhoneSession } from "../queue/on-phone";
import { useTimes } from "../queue/use-times";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Textarea } from "../ui/input";

/** As the API takes it (`notes` of the sessions' schema). */
const longest = 2_000;

/** What was noted of the session, with who and when, and room for one more. */
export function NoteList({
  session,
  now,
  typed,
  onType,
  onNote,
}: {
  session: PhoneSession;
  now: number;
  /** Of the next note; it is the screen's, because its field comes and goes with the address. */
  typed: string;
  onType: (text: string) => void;
  /** Left out where none can be added any more. */
  onNote?: (text: string) => Promise<unknown>;
}) {
  const t = useTranslations("sessionCard.notes");
  const { clockOn } = useTimes(session.timeZone);
  return (
    <div className="space-y-3">
      {session.noteList.length > 0 && (
        <ol className="space-y-3 text-sm">
          {session.noteList.map(({ id, at, by, text }) => (
            <li key={id} className="border-l-2 pl-3">
              <p className="wrap-anywhere whitespace-pre-wrap">{text}</p>
              <p className="mt-0.5 flex flex-wrap items-center gap-2 text-ink-soft">
                {by === null
                  ? t("mine", { time: clockOn(at, now) })
                  : t("by", { name: by, time: clockOn(at, now) })}
                {by === null && <PendingBadge />}
              </p>
            </li>
          ))}
        </ol>
      )}
      {onNote && <NoteForm {...{ typed, onType, onNote }} />}
    </div>
  );
}

function NoteForm({
  typed,
  onType,
  onNote,
}: {
  typed: string;
  onType: (text: string) => void;
  onNote: (text: string) => Promise<unknown>;
}) {
  const t = useTranslations("sessionCard.notes");
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const said = typed.trim();
    if (said === "") return;
    onType("");
    await onNote(said);
  };
  return (
    <form onSubmit={(event) => void send(event)} className="space-y-2">
      <Field name="note" scope="session" label={t("label")}>
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            maxLength={longest}
            value={typed}
            onChange={({ target }) => onType(target.value)}
          />
        )}
      </Field>
      <Button
        type="submit"
        look="secondary"
        className="max-sm:w-full"
        disabled={typed.trim() === ""}
      >
        {t("add")}
      </Button>
    </form>
  );
}
