export { serveDocs as GET } from "@/lib/http/docs";
