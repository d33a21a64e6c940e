import { notFound, redirect, unstable_rethrow } from "next/navigation";
import type { ReactNode } from "react";

import { userOf } from "@/lib/core/actor";
import { type Area, type areaRoles, roleOfArea } from "@/lib/core/areas";
import type { Context } from "@/lib/core/context";
import { isAppError } from "@/lib/core/errors";
import { isUuid } from "@/lib/core/ids";
import { findOdd } from "@/lib/core/odd-values";
import { type Permission, permissions, permits } from "@/lib/core/permissions";

import { addressed } from "./address";
import { browserRequest, pageError, type BrowserRequest } from "./browser-context";
import { loginPath } from "./navigation";
import { assertWithinLimit } from "./rate-limits";

type Search = Readonly<Record<string, string | string[] | undefined>>;

/** What the address says. */
export interface PageInput {
  /** The path's; each names a thing by its id. */
  readonly params: Readonly<Record<string, string>>;
  /** The query's, without values that hold what no schema is to see. */
  readonly searchParams: Search;
}

interface PageProps {
  readonly params: Promise<Record<string, string>>;
  readonly searchParams: Promise<Search>;
}

/** The permissions that a role holds, whatever their reach. */
type HeldBy<R> = {
  [P in Permission]: R extends keyof (typeof permissions)[P] ? P : never;
}[Permission];

/** Where a page lies and what it takes to see it: in a role's area, something that this role holds. */
export type Gate = {
  readonly [A in Area]: {
    readonly area: A;
    readonly permission: A extends keyof typeof areaRoles
      ? HeldBy<(typeof areaRoles)[A]>
      : Permission;
  };
}[Area];

const changePasswordPath = "/change-password";

/**
 * A page behind its gate, for `export default page({ area: "operator", permission: "booking.read", run })`. The area
 * says whose frame the page has, the permission who may see it. Nobody known is sent to the login, which leads back;
 * whoever is of another role or lacks the permission finds nothing here; who was given a password must change it
 * first. What is public asks for nothing. What the use cases hide (NotFound) or forbid is a page that is not there, as
 * is a path that names a thing by what is no id. `ctx.actor` says who looks.
 */
export function page(
  declared: Gate & {
    readonly run: (ctx: Context, input: PageInput) => Promise<ReactNode> | ReactNode;
  },
): (props: PageProps) => Promise<ReactNode> {
  return async function Page(props) {
    const [params, searchParams] = await Promise.all([props.params, props.searchParams]);
    let path: string | undefined;
    try {
      const request = await browserRequest();
      path = request.path;
      await assertWithinLimit(request.ctx, "default", addressed(request));
      admit(request, declared);
      if (!canName(params)) notFound();
      return await declared.run(request.ctx, { params, searchParams: tame(searchParams) });
    } catch (error) {
      unstable_rethrow(error);
      if (isAppError(error)) {
        if (error.kind === "NotFound" || error.kind === "Forbidden") notFound();
        if (error.kind === "Unauthorized") redirect(loginPath(path));
      }
      throw pageError(error);
    }
  };
}

/**
 * A title that depends on data, for `export const generateMetadata = pageTitle(…)`. What is hidden or away has
 * the site's own title: the page itself says what is wrong.
 */
export function pageTitle(
  run: (ctx: Context, input: Pick<PageInput, "params">) => Promise<string>,
): (props: Pick<PageProps, "params">) => Promise<{ title?: string }> {
  return async function generateMetadata(props) {
    try {
      const params = await props.params;
      if (!canName(params)) return {};
      const { ctx } = await browserRequest();
      return { title: await run(ctx, { params }) };
    } catch (error) {
      unstable_rethrow(error);
      return {};
    }
  };
}

/** Whether the path can name something: all that pages are about is named by a UUID, of which the database is asked. */
const canName = (params: PageInput["params"]) => Object.values(params).every(isUuid);

/** In a page, a filter that makes no sense counts as not said. */
function tame(search: Search): Search {
  return Object.fromEntries(
    Object.entries(search).filter(([name, value]) => !findOdd({ [name]: value })),
  );
}

function admit({ ctx, path, mustChangePassword }: BrowserRequest, gate: Gate): void {
  const role = roleOfArea(gate.area);
  if (role === undefined && permissions[gate.permission] === "public") return;
  const user = userOf(ctx);
  if (!user) redirect(loginPath(path));
  if ((role !== undefined && user.role !== role) || !permits(ctx, gate.permission)) notFound();
  if (mustChangePassword && path.split("?")[0] !== changePasswordPath) redirect(changePasswordPath);
}
