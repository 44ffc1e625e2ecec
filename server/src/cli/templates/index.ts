/** Projects to begin with. Their texts are in `texts.ts`. */
import type { Text } from '../../kinds/tongue';

interface Template {
  readonly about: Text;
}

export const TEMPLATES = {
  minimal: {
    about: { en: 'one of each kind that a promise needs, in one file', zh: '一个文件，承诺所需的每种条目各一个' },
  },
  software: {
    about: {
      en: 'introduction of software at a customer, from the first talk to support',
      zh: '为客户实施软件，从首次访谈到服务支持',
    },
  },
  launch: {
    about: { en: 'launch of a product of your own', zh: '自有产品上市' },
  },
  service: {
    about: { en: 'introduction of a service with service levels', zh: '导入一项有服务级别的服务' },
  },
} as const satisfies Readonly<Record<string, Template>>;

export type TemplateName = keyof typeof TEMPLATES;
