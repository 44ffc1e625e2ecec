/** The number nearest to `value` between the two bounds; `low` wins if they are the wrong way round. */
export const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));
