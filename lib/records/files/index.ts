export { sweepStrays } from "./sweep-strays";
export { sweepUploads } from "./sweep-uploads";
