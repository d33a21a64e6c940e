export { names } from "./answer-names";
export { assertOwnerActive } from "./assert-owner-active";
export { createStaff, type NewStaff } from "./create-staff";
export { issueLink, type IssuedLink } from "./issue-link";
export { isNic } from "./rules";
export { jobs } from "./jobs";
