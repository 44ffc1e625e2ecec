/**
 * The last two things that were made, the newest first. What is typed is often taken back, or closes what was open for a
 * moment; then what was before holds again, and with it all that is kept with it.
 */
export class Recent<T> {
  #all: readonly T[] = [];

  get all(): readonly T[] {
    return this.#all;
  }

  /** The newest one that fits, which becomes the newest of all; if there is none, the one that is made takes the place of the oldest. */
  findOr(fits: (known: T) => boolean, make: () => T): T {
    const found = this.#all.find(fits);
    if (found !== undefined && found === this.#all[0]) return found;
    const newest = found ?? make();
    this.#all = [newest, ...this.#all.filter((each) => each !== newest)].slice(0, 2);
    return newest;
  }
}
