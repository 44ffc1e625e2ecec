/**
 * How much of a resource is taken, as a step function of its own working time: step i reaches from `at[i]` to
 * `at[i + 1]`. Neighbours never have the same load, so a busy stretch is one step whatever the number of tasks in it.
 */
export class Profile {
  private at = new Float64Array(16).fill(-Infinity, 0, 1);
  private load = new Float64Array(16);
  private count = 1;

  /** Forgets everything. */
  clear(): void {
    this.count = 1;
    this.load[0] = 0;
  }

  /** The end of the first stretch within [from, to) where more than `room` is taken; −Infinity if there is none. */
  busyUntil(from: number, to: number, room: number): number {
    const { at, load, count } = this;
    for (let i = this.stepAt(from); i < count && at[i]! < to; i++) {
      if (load[i]! <= room) continue;
      while (load[i]! > room) i++;
      return at[i]!;
    }
    return -Infinity;
  }

  /** The start of the last stretch within [from, to) where more than `room` is taken; Infinity if there is none. */
  busyFrom(from: number, to: number, room: number): number {
    const { at, load } = this;
    for (let i = this.stepBefore(to); i > 0; i--) {
      if (load[i]! > room) {
        while (load[i - 1]! > room) i--;
        return at[i]!;
      }
      if (at[i]! <= from) break;
    }
    return Infinity;
  }

  /** Takes so many units from `from` to `to`. */
  add(from: number, to: number, units: number): void {
    if (!(from < to) || units === 0) return;
    const first = this.cut(from);
    const end = this.cut(to);
    for (let i = first; i < end; i++) this.load[i]! += units;
    this.join(end);
    this.join(first);
  }

  /** Index of the step that holds an instant. */
  private stepAt(instant: number): number {
    const { at } = this;
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (at[middle]! <= instant) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Index of the step that ends at an instant or holds what is before it. */
  private stepBefore(instant: number): number {
    const step = this.stepAt(instant);
    return this.at[step] === instant ? step - 1 : step;
  }

  /** Index of the step that begins at an instant, after cutting the one that holds it. */
  private cut(instant: number): number {
    const step = this.stepAt(instant);
    if (this.at[step] === instant) return step;
    if (this.count === this.at.length) this.widen();
    const { at, load, count } = this;
    at.copyWithin(step + 2, step + 1, count);
    load.copyWithin(step + 2, step + 1, count);
    at[step + 1] = instant;
    load[step + 1] = load[step]!;
    this.count++;
    return step + 1;
  }

  /** Drops a step that goes on with the load of the one before. */
  private join(step: number): void {
    const { at, load, count } = this;
    if (step === 0 || step >= count || load[step] !== load[step - 1]) return;
    at.copyWithin(step, step + 1, count);
    load.copyWithin(step, step + 1, count);
    this.count--;
  }

  private widen(): void {
    const at = new Float64Array(this.at.length * 2);
    const load = new Float64Array(at.length);
    at.set(this.at);
    load.set(this.load);
    this.at = at;
    this.load = load;
  }
}
