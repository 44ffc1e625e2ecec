/** Pixels of an SVG document. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Browsers make no canvas with longer sides, or with more pixels in all. */
const longest = 16_000;
const mostPixels = 120_000_000;
/** Text is not readable below. */
const smallest = 0.5;

/** How much larger than its SVG the picture of the plan is drawn: twice, as far as there is room. Undefined if nobody could read it. */
export function pngScale({ width, height }: PictureSize): number | undefined {
  const scale = Math.min(2, longest / width, longest / height, Math.sqrt(mostPixels / (width * height)));
  return scale < smallest ? undefined : scale;
}

/** Draws an SVG document of a size in pixels onto a canvas, and packs it as PNG. Rejects when the browser cannot. */
export async function toPng(
  svg: string,
  { width, height }: PictureSize,
  scale: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!blob) throw new Error('The picture is too large.');
    return new Uint8Array(await blob.arrayBuffer());
  } finally {
    URL.revokeObjectURL(address);
  }
}
