import { showOwner } from "@/app/_console/owners/show-owner";
import { page, pageTitle } from "@/lib/http/page";
import { readOwner } from "@/lib/people/accounts";

export const generateMetadata = pageTitle(
  async (ctx, { params }) => (await readOwner(ctx, { nic: params.id ?? "" })).name,
);

export default page({
  area: "backoffice",
  permission: "owner.read",
  run: (ctx, { params }) => showOwner(ctx, "backoffice", params.id ?? ""),
});
