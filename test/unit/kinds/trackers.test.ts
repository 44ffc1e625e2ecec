import assert from 'node:assert/strict';
import { readConfig } from '../../../server/src/kinds/config/config';

const read = (trackers: object): readonly string[] => {
  const { settings, problems } = readConfig(JSON.stringify({ trackers }));
  return [...settings.trackers.map(({ urlOf }) => urlOf('7')), ...problems.map(({ message }) => message.en)];
};

describe('trackers of a configuration', () => {
  it('give the address of a number', () =>
    assert.deepEqual(read({ 'CRM-#': 'https://t.example/#', '工单#号': 'http://t.example/a#b' }), [
      'https://t.example/7',
      'http://t.example/a7b',
    ]));

  it('need a name and an address with one place for the number; the others count', () =>
    assert.deepEqual(
      read({
        'A-#': 'https://t.example/#',
        '#': 'https://t.example/#',
        'B-': 'https://t.example/#',
        'C-#': 'javascript:#',
        'D-#': 'https://x',
      }),
      [
        'https://t.example/7',
        '`#` names no tickets: write what stands before the number and one `#` for it, such as `"CRM-#"`.',
        '`B-` names no tickets: write what stands before the number and one `#` for it, such as `"CRM-#"`.',
        '`javascript:#` is no address of tickets: it begins with `https://` and holds `#` where the number goes.',
        '`https://x` is no address of tickets: it begins with `https://` and holds `#` where the number goes.',
      ],
    ));
});
