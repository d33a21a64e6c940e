import { readFileSync } from "node:fs";

import sharp from "sharp";

import { main } from "./parts/main";
import { root } from "./parts/paths";

const sizes = { icon: [96, 192, 512], "icon-maskable": [192, 512] } as const;
/** A system may cut off all outside a circle of 80 % of a maskable icon’s width: so large the drawing fits in it. */
const safe = 0.9;

/** Draws the installed app's icons from `app/icon.svg`: as it is, and with its ground to the edges where a system cuts. */
main(async () => {
  const plain = readFileSync(root("app/icon.svg"), "utf8");
  const drawings = { icon: plain, "icon-maskable": maskable(plain) };
  for (const [name, widths] of Object.entries(sizes) as [keyof typeof sizes, readonly number[]][]) {
    for (const width of widths) {
      const file = `public/icons/${name}-${width}.png`;
      const svg = Buffer.from(drawings[name]);
      await sharp(svg, { density: (72 * width) / 32 })
        .resize(width)
        .png({ compressionLevel: 9 })
        .toFile(root(file));
      console.log(`Wrote ${file}.`);
    }
  }
});

/** The ground square to the edges, what stands on it drawn in. Throws a plain Error for a drawing of another kind. */
function maskable(svg: string): string {
  const ground = /<rect width="(\d+)" height="\1" rx="\d+" fill="(#\w+)"\/>/.exec(svg);
  if (!ground) throw new Error("app/icon.svg has no rounded ground.");
  const [whole, side, fill] = ground;
  const inset = (Number(side) * (1 - safe)) / 2;
  return svg
    .replace(
      whole,
      `<rect width="${side}" height="${side}" fill="${fill}"/><g transform="translate(${inset} ${inset}) scale(${safe})">`,
    )
    .replace("</svg>", "</g></svg>");
}
