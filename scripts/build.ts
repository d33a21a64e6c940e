import { build } from "./parts/build";
import { main, step } from "./parts/main";

main(() => step("Building", build));
