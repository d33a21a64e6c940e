export { serveDocsFile as GET } from "@/lib/http/docs";
