/** Wide characters of East Asian scripts, and pictures, take a whole em. */
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;

/** Ems of the first 128 characters: most texts hold no others, and thousands are measured at once. */
const asciiEms = Float64Array.from({ length: 128 }, (_, code) =>
  /[\s.,:;'|!ijltfrI()[\]-]/.test(String.fromCharCode(code)) ? 0.34 : 0.6,
);

/** Pixels that a text takes in the interface's font, a little on the safe side; exact enough to decide whether it fits. */
export function textWidth(text: string, fontSize: number): number {
  let ems = 0;
  for (const character of text) ems += asciiEms[character.codePointAt(0) ?? 0] ?? (wide.test(character) ? 1 : 0.6);
  return ems * fontSize;
}

/** The first, longest text that fits; undefined if none does. */
export const longestFitting = (texts: readonly string[], width: number, fontSize: number): string | undefined =>
  texts.find((text) => textWidth(text, fontSize) <= width);

/** The text, or as much of it as fits with an ellipsis. */
export function ellipsed(text: string, width: number, fontSize: number): string {
  if (textWidth(text, fontSize) <= width) return text;
  let short = '';
  for (const character of text) {
    if (textWidth(`${short}${character}…`, fontSize) > width) break;
    short += character;
  }
  return `${short.trimEnd()}…`;
}
