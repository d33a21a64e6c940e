import { live } from "@/lib/http/live";

export const dynamic = "force-dynamic";

export { live as GET };
