/** What the fixture workspace holds before a test touches it. */

/** Its findings: a requirement without a criterion, and a reference to nothing. */
export const asShipped = ['acceptance/sign-in.delivery: name/unresolved', 'requirements.delivery: trace/no-criterion'];

/** The finding on REQ-1 that the loss of its only criterion brings. */
export const withoutCriterion = [
  'requirements.delivery: trace/no-criterion',
  'requirements.delivery: trace/no-criterion',
];
