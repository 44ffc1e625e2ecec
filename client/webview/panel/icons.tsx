import { memo } from '../memo';

const paths = {
  plus: 'M7.5 3h1v4.5H13v1H8.5V13h-1V8.5H3v-1h4.5z',
  minus: 'M3 7.5h10v1H3z',
  fit: 'M1.5 3h1v10h-1zM13.5 3h1v10h-1zM5.7 5.6 4.3 7.5h7.4l-1.4-1.9.8-.6 2.3 3-2.3 3-.8-.6 1.4-1.8H4.3l1.4 1.8-.8.6-2.3-3 2.3-3z',
  today: 'M4 2h1v1h6V2h1v1h2v11H2V3h2zM3 4v2h10V4zm0 3v6h10V7zm2 2h3v3H5z',
  collapse: 'M3 2h11v11h-1V3H3zM1 4h11v11H1zm1 1v9h9V5zm1.5 4h6v1h-6z',
  expand: 'M3 2h11v11h-1V3H3zM1 4h11v11H1zm1 1v9h9V5zm1.5 4H6V6.5h1V9h2.5v1H7v2.5H6V10H3.5z',
  filter: 'M1.5 3h13v1h-13zm2.5 4.5h8v1H4zM6.5 12h3v1h-3z',
  target:
    'M7.5 1h1v2.03A5 5 0 0 1 12.97 7.5H15v1h-2.03a5 5 0 0 1-4.47 4.47V15h-1v-2.03A5 5 0 0 1 3.03 8.5H1v-1h2.03A5 5 0 0 1 7.5 3.03zM8 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zm0 2.5a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3z',
  close: 'm3.7 3 4.3 4.3L12.3 3l.7.7L8.7 8l4.3 4.3-.7.7L8 8.7 3.7 13l-.7-.7L7.3 8 3 3.7z',
  export: 'M7.5 1.9 4.85 4.55l-.7-.7L8 0l3.85 3.85-.7.7L8.5 1.9V10h-1zM3 7h2v1H4v6h8V8h-1V7h2v8H3z',
  legend: 'M2 3h3v3H2zm5 1h7v1H7zM2 10h3v3H2zm5 1h7v1H7z',
  warning: 'M8 1.5 15 14H1zm0 2L2.7 13h10.6zM7.5 6.5h1v3.5h-1zm0 4.5h1v1h-1z',
  chevron: 'm6 3.5 4.5 4.5L6 12.5l-.7-.7L9.1 8 5.3 4.2z',
} as const;

export type IconName = keyof typeof paths;

/** A 16-pixel icon in the colour of the text round it. */
export const Icon = memo(({ name, class: className }: { name: IconName; class?: string }) => (
  <svg
    class={`icon ${className ?? ''}`}
    width="16"
    height="16"
    viewBox="0 0 16 16"
    fill="currentColor"
    aria-hidden="true"
  >
    <path fill-rule="evenodd" d={paths[name]} />
  </svg>
));
