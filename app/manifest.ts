import type { MetadataRoute } from "next";

/** How the site installs on a phone. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    name: "Baybook",
    short_name: "Baybook",
    description: "Book an EV charging slot ahead of time and charge when you arrive.",
    start_url: "/",
    display: "standalone",
    background_color: "#f7faf9",
    theme_color: "#066a55",
    icons: [
      { src: "/icons/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icons/icon-512.png", sizes: "512x512", type: "image/png" },
      {
        src: "/icons/icon-maskable-512.png",
        sizes: "512x512",
        type: "image/png",
        purpose: "maskable",
      },
    ],
  };
}
