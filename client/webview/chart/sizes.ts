/** Height of the two levels of the axis, in pixels. */
export const headerHeight = 50;
