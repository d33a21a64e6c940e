export { assertBusinessActive } from "./assert-business-active";
