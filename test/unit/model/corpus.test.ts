import assert from 'node:assert/strict';
import { corpusWorld, describeCorpus, namesIn, readCorpus } from '../../support/corpus';
import { factsOf, type Facts } from '../../support/facts';

describeCorpus('corpus: model and coverage', function () {
  this.timeout(20_000);

  for (const folder of namesIn('requirements').filter((name) => !name.includes('.')))
    it(`know of requirements/${folder} what its sources say`, () => {
      const expected = JSON.parse(readCorpus('requirements', folder, 'expected.json')) as Facts;
      const facts = factsOf(corpusWorld('requirements', folder).model);
      for (const name of Object.keys(facts) as (keyof Facts)[])
        assert.deepEqual(sorted(facts[name]), sorted(expected[name]), name);
    });
});

const sorted = (fact: Facts[keyof Facts]): unknown => (typeof fact === 'number' ? fact : [...fact].sort());
