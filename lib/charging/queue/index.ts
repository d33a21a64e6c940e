export { readQueue } from "./read-queue";
