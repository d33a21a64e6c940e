export { claimUpload } from "./claim-upload";
export { eraser } from "./forget-person";
export { holdings } from "./tell-holdings";
export { jobs } from "./jobs";
export { adoptImage, keepImage } from "./keep-image";
export { openUpload } from "./open-upload";
export { releaseUploads } from "./release-uploads";
export { viewFile, type FileView } from "./view";
