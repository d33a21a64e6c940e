import { showOperator } from "@/app/_console/operators/show-operator-form";
import { readOperator } from "@/lib/people/accounts";
import { page, pageTitle } from "@/lib/http/page";

export const generateMetadata = pageTitle(
  async (ctx, { params }) => (await readOperator(ctx, { id: params.id ?? "" })).name,
);

export default page({
  area: "admin",
  permission: "operator.manage",
  run: (ctx, { params }) => showOperator(ctx, "admin", params.id ?? ""),
});
