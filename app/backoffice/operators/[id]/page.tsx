import { readOperator } from "@/lib/people/accounts";
import { page, pageTitle } from "@/lib/http/page";

import { showOperator } from "@/app/_console/operators/show-operator-form";

export const generateMetadata = pageTitle(
  async (ctx, { params }) => (await readOperator(ctx, { id: params.id ?? "" })).name,
);

export default page({
  area: "backoffice",
  permission: "operator.manage",
  run: (ctx, { params }) => showOperator(ctx, "backoffice", params.id ?? ""),
});
