import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";

import { anonymous } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { processLocales } from "@/lib/process/context";

import { browserRequest } from "./browser-context";
import { readerOf } from "./reader-locale";

/** Whoever reads the page that is being rendered; also of the one that says that the database is away. */
export async function readerOfPage(): Promise<Pick<Context, "actor" | "locale" | "units">> {
  try {
    return (await browserRequest()).ctx;
  } catch (error) {
    unstable_rethrow(error);
    const unknown = { actor: anonymous, config: { locales: processLocales() } };
    return { ...unknown, ...readerOf(unknown, new Headers(await headers())) };
  }
}
