export { approveBusiness } from "./approve-business";
export { assertBusinessActive } from "./assert-business-active";
export { listBusinesses } from "./list-businesses";
export { readBusiness } from "./read-business";
export { rejectBusiness } from "./reject-business";
export { requestBusiness } from "./request-business";
