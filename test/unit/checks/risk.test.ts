import { check } from '../../support/findings';

const PROJECT = 'project p "Plan" { period: 2026-03-02..2026-06-30 }';

const only = (...codes: string[]) => ({ only: codes });

describe('checks on risks', () => {
  it('want a mitigation and an owner for what matters', () =>
    check(
      `
      ${PROJECT}
      risk R-1 "Matters" { probability: 40%, impact: 10d }
      //   ^^^ risk/unmitigated Risk R-1 has no mitigation
      //   ^^^ risk/unowned Risk R-1 has no owner
      risk R-2 "Small" { probability: 10%, impact: 10d }
      risk R-3 "Money" { probability: 1%, impact: 5000 CNY, owner: lin }
      //   ^^^ risk/unmitigated
      risk R-4 "Closed" { probability: 40%, impact: 10d, status: closed }
      risk R-5 "Not assessed" { impact: 10d }
      risk R-6 "Handled" { probability: 40%, impact: 10d, owner: lin
        task T-2 "Try" { duration: 1d }
      }
      risk R-7 "Handled" { probability: 40%, impact: 10d, owner: lin, mitigation: T-1 }
      task T-1 "Clean" { duration: 1d }
      person lin "Lin" { }
      `,
      only('risk'),
    ));

  it('want a review when its date has passed', () =>
    check(
      `
      project p "Plan" { period: 2026-03-02..2026-06-30, status-date: 2026-03-13 }
      risk R-1 "Passed" { review: 2026-03-12 }
      //                  ^^^^^^^^^^^^^^^^^^ risk/review-due Risk R-1 was to be reviewed on 2026-03-12
      risk R-2 "Today" { review: 2026-03-13 }
      risk R-3 "Closed" { review: 2026-03-12, status: closed }
      `,
      only('risk/review-due'),
    ));
});
