import { strandCheck } from './strand';

/** A requirement that nobody asked for: neither it nor one that it refines says where it comes from. */
export const noOrigin = strandCheck('origin', {
  en: 'has no origin: no `from` says who asked for it.',
  zh: '没有来源：没有 `来自` 说明是谁提出的。',
});
