/** Wide characters of East Asian scripts take a whole em. */
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;
const narrow = /[\s.,:;'|!ijltfrI()[\]-]/;

/** Pixels that a text takes in the interface's font, a little on the safe side; exact enough to decide whether it fits. */
export function textWidth(text: string, fontSize: number): number {
  let ems = 0;
  for (const character of text) ems += wide.test(character) ? 1 : narrow.test(character) ? 0.34 : 0.6;
  return ems * fontSize;
}

/** The first, longest text that fits; undefined if none does. */
export const longestFitting = (texts: readonly string[], width: number, fontSize: number): string | undefined =>
  texts.find((text) => textWidth(text, fontSize) <= width);
