export { default } from "@/app/_frame/framed-not-found";
