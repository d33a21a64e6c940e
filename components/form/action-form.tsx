"use client";

import { useTranslations } from "next-intl";
import {
  createContext,
  type ReactNode,
  useActionState,
  useContext,
  useEffect,
  useRef,
  useState,
  useTransition,
} from "react";

import { Notice } from "../ui/notice";
import { toast } from "../ui/toast";
import type { FormAction, FormState } from "./form-state";
import { orUnsent } from "./or-unsent";
import { usePageViewer } from "./page-viewer";
import { sentEvent } from "./sent-event";

interface FormContext {
  readonly state: FormState | null;
  readonly pending: boolean;
}

const Current = createContext<FormContext>({ state: null, pending: false });

/** The state of the form around. */
export const useForm = () => useContext(Current);

/**
 * A form whose rules live in its action. With scripts it is sent without a reload and nothing typed is
 * touched, not even where the request fails on its way; without, the browser sends it and the answer brings the
 * values back.
 */
export function ActionForm({
  action,
  children,
  className = "space-y-5",
  label,
  said,
}: {
  action: FormAction;
  children: ReactNode;
  className?: string;
  /** The form's name for screen readers, where no heading says it. */
  label?: string;
  /** What is said in passing when it is done and leads on to another page. */
  said?: string;
}) {
  const t = useTranslations("ui");
  const viewer = usePageViewer();
  // The answer to a browser that ran no script; `own` came to this one's.
  const [unscripted, dispatch] = useActionState(action, null);
  const [own, setOwn] = useState<FormState | null>(null);
  const [pending, start] = useTransition();
  const state = own ?? unscripted;
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (!state) return;
    if (state.done) {
      form.current?.dispatchEvent(new Event(sentEvent, { bubbles: true }));
      return;
    }
    const target =
      form.current?.querySelector<HTMLElement>("[aria-invalid=true]") ??
      form.current?.querySelector<HTMLElement>("[data-form-message]");
    target?.focus();
  }, [state]);

  return (
    <Current value={{ state, pending }}>
      <form
        ref={form}
        action={dispatch}
        aria-label={label}
        noValidate
        className={className}
        onSubmit={(event) => {
          // Through `action`, React would empty the fields when the answer comes.
          event.preventDefault();
          if (pending) return;
          const { submitter } = event.nativeEvent as SubmitEvent;
          const data = new FormData(event.currentTarget, submitter);
          start(async () => {
            const answer = await orUnsent(action(state, data)).catch((leading: unknown) => {
              if (said !== undefined) toast(said);
              throw leading;
            });
            setOwn(answer ?? { message: t("unsent"), errors: {}, values: state?.values ?? {} });
          });
        }}
      >
        {state?.message && (
          <div tabIndex={-1} data-form-message className="rounded-md outline-none">
            <Notice kind="danger" role="alert">
              {state.message}
            </Notice>
          </div>
        )}
        {viewer !== undefined && <input type="hidden" name="viewer" value={viewer} />}
        {children}
      </form>
    </Current>
  );
}
