export { nameThings } from "./name-things";
