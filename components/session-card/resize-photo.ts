/** The longest side of a photo that is kept or sent, in pixels: what a claim or a plate is read from. */
const longestSide = 1_600;
const quality = 0.82;

/**
 * A picture from the camera as a JPEG of at most 1,600 px on its longest side, upright as it was taken, without what the
 * camera wrote into it. Null for what is no picture that this browser reads.
 */
export async function resizePhoto(file: Blob): Promise<Blob | null> {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(
    () => null,
  );
  if (!picture) return null;
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const ground = canvas.getContext("2d");
  if (!ground) return null;
  // A JPEG has no transparency: what shows through is white, not black.
  ground.fillStyle = "#fff";
  ground.fillRect(0, 0, canvas.width, canvas.height);
  ground.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", quality));
}
