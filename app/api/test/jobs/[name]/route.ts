export { runTestJob as POST } from "@/lib/http/test-routes";
