import { showSchedule } from "@/app/_console/stations/show-schedule";
import { page, pageTitle } from "@/lib/http/page";
import { readManagedStation } from "@/lib/sites/stations";

export const generateMetadata = pageTitle(
  async (ctx, { params }) => (await readManagedStation(ctx, params.id ?? "")).name,
);

export default page({
  area: "admin",
  permission: "schedule.manage",
  run: (ctx, { params }) => showSchedule(ctx, "admin", params.id ?? ""),
});
