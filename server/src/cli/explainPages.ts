/** The pages of docs/checks, in both tongues. They are a bundle of their own, which only `delivery explain` loads. */
import type { Tongue } from '../kinds/tongue';
import config from '../../../docs/checks/config.md';
import ignore from '../../../docs/checks/ignore.md';
import join from '../../../docs/checks/join.md';
import kind from '../../../docs/checks/kind.md';
import name from '../../../docs/checks/name.md';
import plan from '../../../docs/checks/plan.md';
import quality from '../../../docs/checks/quality.md';
import risk from '../../../docs/checks/risk.md';
import rule from '../../../docs/checks/rule.md';
import syntax from '../../../docs/checks/syntax.md';
import trace from '../../../docs/checks/trace.md';
import configZh from '../../../docs/checks/config.zh-CN.md';
import ignoreZh from '../../../docs/checks/ignore.zh-CN.md';
import joinZh from '../../../docs/checks/join.zh-CN.md';
import kindZh from '../../../docs/checks/kind.zh-CN.md';
import nameZh from '../../../docs/checks/name.zh-CN.md';
import planZh from '../../../docs/checks/plan.zh-CN.md';
import qualityZh from '../../../docs/checks/quality.zh-CN.md';
import riskZh from '../../../docs/checks/risk.zh-CN.md';
import ruleZh from '../../../docs/checks/rule.zh-CN.md';
import syntaxZh from '../../../docs/checks/syntax.zh-CN.md';
import traceZh from '../../../docs/checks/trace.zh-CN.md';

export const PAGES: Readonly<Record<Tongue, readonly string[]>> = {
  en: [syntax, kind, name, trace, quality, plan, join, risk, rule, ignore, config],
  zh: [syntaxZh, kindZh, nameZh, traceZh, qualityZh, planZh, joinZh, riskZh, ruleZh, ignoreZh, configZh],
};
