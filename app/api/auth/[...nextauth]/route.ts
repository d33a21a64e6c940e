import type { NextRequest } from "next/server";

import { handleBrowserLogin } from "@/lib/http/browser-login";
import { coreNamesHandler } from "@/lib/http/core-names";

import { endpoints } from "../../v1/endpoints";

const answerCoreName = coreNamesHandler(endpoints);

interface Parameters {
  params: Promise<{ nextauth: string[] }>;
}

/** `/api/auth/login` is the core name `Auth/login` in lower case; all else here is next-auth's. */
async function answer(request: NextRequest, context: Parameters): Promise<Response> {
  const { nextauth } = await context.params;
  return nextauth.join("/") === "login"
    ? answerCoreName(request)
    : handleBrowserLogin(request, context);
}

export { answer as GET, answer as POST };
