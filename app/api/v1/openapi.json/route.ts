export { serveOpenApi as GET } from "@/lib/http/docs";
