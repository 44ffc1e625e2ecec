import assert from 'node:assert/strict';
import { folderOf, holds, isConfig, isSpec, rootOf } from '../../../server/src/model/roots';

describe('project roots', () => {
  it('are the nearest folder with a configuration', () => {
    const configs = ['file:///w/a', 'file:///w/a/b'];
    assert.equal(rootOf('file:///w/a/x.delivery', configs, ['file:///w']), 'file:///w/a');
    assert.equal(rootOf('file:///w/a/b/c/x.delivery', configs, ['file:///w']), 'file:///w/a/b');
  });

  it('are otherwise the outermost workspace folder', () => {
    assert.equal(rootOf('file:///w/c/x.delivery', ['file:///w/a'], ['file:///w/c', 'file:///w']), 'file:///w');
  });

  it('are otherwise the folder of the file', () => {
    assert.equal(rootOf('file:///elsewhere/x.delivery', [], ['file:///w']), 'file:///elsewhere');
  });

  it('do not mistake a folder for one whose name it begins', () => {
    assert.equal(holds('file:///w/a', 'file:///w/ab/x.delivery'), false);
    assert.equal(rootOf('file:///w/ab/x.delivery', ['file:///w/a'], ['file:///w']), 'file:///w');
  });

  it('know their files by name', () => {
    assert.ok(isSpec('file:///w/x.delivery'));
    assert.ok(!isSpec('file:///w/x.delivery.bak'));
    assert.ok(isConfig('file:///w/delivery.config.json'));
    assert.ok(!isConfig('file:///w/my-delivery.config.json'));
    assert.equal(folderOf('file:///w/a/x.delivery'), 'file:///w/a');
  });
});
