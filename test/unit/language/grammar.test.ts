import { validateGrammar } from '../../../server/src/language/parser';
import { validateTokens } from '../../../server/src/language/tokens';

/** What the product takes for granted when it starts. */
describe('language: the grammar', () => {
  it('has tokens that each can match', () => validateTokens());

  it('is unambiguous and ends', () => validateGrammar());
});
