"use server";

import { z } from "zod";

import type { Context } from "@/lib/core/context";
import { action } from "@/lib/http/action";
import { keepSession } from "@/lib/http/session";
import { loginByPasskey, requestPasskey } from "@/lib/people/passkeys";
import { UsePasskey } from "@/lib/people/passkeys/schema";

const permission = "account.login";

export const request = action({ permission, body: z.strictObject({}), run: requestPasskey });
export const enter = action({ permission, body: UsePasskey, limit: "login", run: enterByPasskey });

/** The browser is signed in as it is by a password: the same session, in the same cookie. */
async function enterByPasskey(ctx: Context, body: UsePasskey): Promise<void> {
  await keepSession(ctx, await loginByPasskey(ctx, body));
}
