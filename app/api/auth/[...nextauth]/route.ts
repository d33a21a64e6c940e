import type { NextRequest } from "next/server";

import { handleBrowserLogin, isBrowserLogin } from "@/lib/http/browser-login";
import { coreNamesHandler } from "@/lib/http/core-names";
import { methodNotAllowed } from "@/lib/http/refusal";

import { endpoints } from "../../v1/endpoints";

const methods = ["GET", "HEAD", "POST"];

const answerName = coreNamesHandler(endpoints);

interface Parameters {
  params: Promise<{ nextauth: string[] }>;
}

/** next-auth has a few addresses of its own; all else here is a name of another contract, such as `auth/login`. */
async function answer(request: NextRequest, context: Parameters): Promise<Response> {
  const { nextauth } = await context.params;
  if (!isBrowserLogin(nextauth)) return answerName(request);
  return methods.includes(request.method)
    ? handleBrowserLogin(request, context)
    : methodNotAllowed(methods, request);
}

export {
  answer as DELETE,
  answer as GET,
  answer as OPTIONS,
  answer as PATCH,
  answer as POST,
  answer as PUT,
};
