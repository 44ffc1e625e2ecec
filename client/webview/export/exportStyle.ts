/** Values of the style sheet's variables, as colours in hexadecimal. */
export type Palette = Readonly<Record<string, string>>;

/** A picture is looked at on paper and on white pages. */
export const paper: Palette = {
  '--ground': '#ffffff',
  '--ink': '#26292e',
  '--muted': '#5c626b',
  '--line': '#dfe1e4',
  '--faint': '#f0f1f3',
  '--task': '#2f6fb7',
  '--critical': '#a85300',
  '--late': '#b3261e',
  '--milestone': '#6a4fa3',
  '--now': '#2c7a4b',
  '--vscode-focusBorder': '#0b62c4',
};

/**
 * A style sheet in which every variable and mixture is a plain colour: most programs that take in SVG know neither. What the
 * palette does not have becomes black.
 */
export function plainStyle(css: string, palette: Palette): string {
  const withColours = css
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/var\((--[\w-]+)\)/g, (_, name: string) => palette[name] ?? '#000000');
  return withColours
    .replace(/color-mix\(in srgb, (\S+) ([\d.]+)%, (\S+)\)/g, (_, front: string, share: string, back: string) =>
      mixed(front, Number(share) / 100, back === 'transparent' ? (palette['--ground'] ?? '#ffffff') : back),
    )
    .replace(/\s+/g, ' ')
    .trim();
}

/** Paper has one ground, so what is transparent on screen is mixed with it. */
const mixed = (front: string, share: number, back: string): string =>
  `#${[1, 3, 5]
    .map((at) => channel(front, at) * share + channel(back, at) * (1 - share))
    .map(toHex)
    .join('')}`;

const channel = (colour: string, at: number): number => Number.parseInt(colour.slice(at, at + 2), 16);
const toHex = (value: number): string => Math.round(value).toString(16).padStart(2, '0');
