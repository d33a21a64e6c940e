export { approveBusiness } from "./approve-business";
export { listBusinesses } from "./list-businesses";
export { readBusiness } from "./read-business";
export { rejectBusiness } from "./reject-business";
export { requestBusiness } from "./request-business";
