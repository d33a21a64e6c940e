import { page } from "@/lib/http/page";

import { contentMetadata, showContent } from "../_content/show-content";

export const generateMetadata = () => contentMetadata("about");

export default page({
  area: "site",
  permission: "content.read",
  run: (ctx, input) => showContent(ctx, "about", input),
});
