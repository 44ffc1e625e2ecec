/**
 * The texts of the templates. Each holds its files one after the other, behind lines `//- path`; they begin on 2026-01-05. They are
 * a bundle of their own, which only `delivery init` loads.
 */
import type { Tongue } from '../../kinds/tongue';
import type { TemplateName } from '.';
import launchEn from './launch.en.txt';
import launchZh from './launch.zh.txt';
import minimalEn from './minimal.en.txt';
import minimalZh from './minimal.zh.txt';
import serviceEn from './service.en.txt';
import serviceZh from './service.zh.txt';
import softwareEn from './software.en.txt';
import softwareZh from './software.zh.txt';

export const TEXTS: Readonly<Record<TemplateName, Readonly<Record<Tongue, string>>>> = {
  minimal: { en: minimalEn, zh: minimalZh },
  software: { en: softwareEn, zh: softwareZh },
  launch: { en: launchEn, zh: launchZh },
  service: { en: serviceEn, zh: serviceZh },
};
