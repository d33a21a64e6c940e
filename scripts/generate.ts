import { generate } from "./parts/generated";
import { main } from "./parts/main";

main(generate);
