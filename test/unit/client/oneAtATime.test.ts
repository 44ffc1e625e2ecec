import assert from 'node:assert/strict';
import { oneAtATime } from '../../../client/src/oneAtATime';

describe('one request at a time', () => {
  it('joins the calls made during a run into one more run', async () => {
    const finish: (() => void)[] = [];
    const refresh = oneAtATime(() => new Promise<void>((resolve) => finish.push(resolve)));
    const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
    refresh();
    refresh();
    refresh();
    assert.equal(finish.length, 1);
    finish[0]!();
    await settle();
    assert.equal(finish.length, 2);
    finish[1]!();
    await settle();
    assert.equal(finish.length, 2);
    refresh();
    assert.equal(finish.length, 3);
  });
});
