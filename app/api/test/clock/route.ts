export { moveTestClock as PUT, readTestClock as GET } from "@/lib/http/test-routes";
