import { openApiHandler } from "@/lib/http/docs";

import { endpoints } from "../endpoints";

export const GET = openApiHandler(endpoints, "ev-cms");
