export { default } from "../framed-not-found";
