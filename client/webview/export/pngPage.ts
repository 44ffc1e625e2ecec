import type { PictureSize } from './png';

/**
 * A page that paints an SVG document as PNG, as `toPng` does, for a browser that prints what a page has become once it is
 * loaded: then it holds nothing but the PNG, as a data address, or what went wrong. It asks for nothing else.
 */
export const pagePaintingPng = (svg: string, { width, height }: PictureSize, scale: number): string => `<!DOCTYPE html>
<meta charset="UTF-8">
<img src="data:image/svg+xml,${encodeURIComponent(svg)}">
<script>
onload = () => {
  const canvas = document.createElement('canvas');
  canvas.width = ${Math.round(width * scale)};
  canvas.height = ${Math.round(height * scale)};
  canvas.getContext('2d').drawImage(document.images[0], 0, 0, canvas.width, canvas.height);
  document.body.textContent = canvas.toDataURL('image/png');
};
</script>
`;
