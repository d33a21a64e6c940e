export { readMatches } from "./read-matches";
