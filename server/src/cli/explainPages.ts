/** The pages of docs/checks. They are a bundle of their own, which only `delivery explain` loads. */
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

export const PAGES = [syntax, kind, name, trace, quality, plan, join, risk, rule, ignore, config];
