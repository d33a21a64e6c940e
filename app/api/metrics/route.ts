export { serveMetrics as GET } from "@/lib/http/metrics";
