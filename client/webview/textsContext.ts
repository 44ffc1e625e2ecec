import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { createTexts, type Texts } from './texts';

export const TextsContext = createContext<Texts>(createTexts('en', {}));

/** The reader's language. */
export const useTexts = (): Texts => useContext(TextsContext);
