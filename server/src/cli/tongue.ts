import type { Tongue } from '../kinds/tongue';

/** The tongue of messages where no option says otherwise. */
export function tongueOfEnvironment(): Tongue {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return (LC_ALL ?? LC_MESSAGES ?? LANG ?? '').toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
