import { useTranslations } from "next-intl";
import { useCallback } from "react";

import { askServer } from "../offline/ask-server";
import { useGround } from "../offline/ground-context";

/** What the API answered: the data, or why not in the reader's words, with the fields that are at fault. */
export type ApiAnswer<T> =
  | { readonly ok: true; readonly data: T }
  | {
      readonly ok: false;
      readonly message: string;
      readonly errors: readonly { readonly field: string; readonly message: string }[];
      /** Nobody answered: there is no network, or no server. */
      readonly isUnreached: boolean;
    };

/** Asks the API for what needs the network, in the name of whoever opened the page. Never throws. */
export function useApi() {
  const t = useTranslations("ui");
  const { viewer } = useGround();
  const unsent = t("unsent");
  return useCallback(
    async <T>(
      method: "GET" | "POST" | "PUT",
      path: string,
      body?: object,
    ): Promise<ApiAnswer<T>> => {
      const { heard } = await askServer(viewer, `/api/v1${path}`, {
        method,
        ...(body && { body: JSON.stringify(body), key: crypto.randomUUID() }),
      });
      if (heard === "nothing" || typeof heard.body !== "object" || heard.body === null) {
        return { ok: false, message: unsent, errors: [], isUnreached: true };
      }
      const said = heard.body as {
        readonly success?: boolean;
        readonly data: T;
        readonly message?: string;
        readonly errors?: readonly { readonly field: string; readonly message: string }[];
      };
      if (said.success) return { ok: true, data: said.data };
      const { message = unsent, errors = [] } = said;
      return { ok: false, message, errors, isUnreached: false };
    },
    [viewer, unsent],
  );
}
