/** Projects to begin with. Each text holds its files one after the other, behind lines `//- path`; they begin on 2026-01-05. */
import type { Text, Tongue } from '../../kinds/tongue';
import launchEn from './launch.en.txt';
import launchZh from './launch.zh.txt';
import minimalEn from './minimal.en.txt';
import minimalZh from './minimal.zh.txt';
import serviceEn from './service.en.txt';
import serviceZh from './service.zh.txt';
import softwareEn from './software.en.txt';
import softwareZh from './software.zh.txt';

interface Template {
  readonly about: Text;
  readonly texts: Readonly<Record<Tongue, string>>;
}

export const TEMPLATES = {
  minimal: {
    about: { en: 'one of each kind that a promise needs, in one file', zh: '一个文件，承诺所需的每种条目各一个' },
    texts: { en: minimalEn, zh: minimalZh },
  },
  software: {
    about: {
      en: 'introduction of software at a customer, from the first talk to support',
      zh: '为客户实施软件，从首次访谈到服务支持',
    },
    texts: { en: softwareEn, zh: softwareZh },
  },
  launch: {
    about: { en: 'launch of a product of your own', zh: '自有产品上市' },
    texts: { en: launchEn, zh: launchZh },
  },
  service: {
    about: { en: 'introduction of a service with service levels', zh: '导入一项有服务级别的服务' },
    texts: { en: serviceEn, zh: serviceZh },
  },
} as const satisfies Readonly<Record<string, Template>>;

export type TemplateName = keyof typeof TEMPLATES;
