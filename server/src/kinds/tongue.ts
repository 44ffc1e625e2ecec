/** The tongues in which specs are written and messages are given. */
export type Tongue = 'en' | 'zh';

/** A sentence in each tongue. */
export type Text = Readonly<Record<Tongue, string>>;
