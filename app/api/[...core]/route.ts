import { dispatchCore } from "@/lib/http/core-names";

export {
  dispatchCore as DELETE,
  dispatchCore as GET,
  dispatchCore as PATCH,
  dispatchCore as POST,
  dispatchCore as PUT,
};
