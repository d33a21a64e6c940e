import { coreNamesHandler } from "@/lib/http/core-names";

import { endpoints } from "../v1/endpoints";

const answer = coreNamesHandler(endpoints);

export {
  answer as DELETE,
  answer as GET,
  answer as OPTIONS,
  answer as PATCH,
  answer as POST,
  answer as PUT,
};
