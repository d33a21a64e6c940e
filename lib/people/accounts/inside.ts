export { names } from "./answer-names";
export { assertOwnerActive } from "./assert-owner-active";
export { invariants } from "./check-accounts";
export { createStaff, type NewStaff } from "./create-staff";
export { eraser } from "./forget-person";
export { issueLink, type IssuedLink } from "./issue-link";
export { keepPhone } from "./keep-phone";
export { isNic, refuseDeactivated } from "./rules";
export { jobs } from "./jobs";
