/** The triangular distribution of an estimate of three points, ready to be drawn from. */
export interface Triangle {
  readonly best: number;
  readonly worst: number;
  /** The chance of less than the likely value. */
  readonly split: number;
  /** (worst − best) × (likely − best), and × (worst − likely). */
  readonly rising: number;
  readonly falling: number;
}

/** best ≤ likely ≤ worst, and best < worst. */
export const triangleOf = (best: number, likely: number, worst: number): Triangle => ({
  best,
  worst,
  split: (likely - best) / (worst - best),
  rising: (worst - best) * (likely - best),
  falling: (worst - best) * (worst - likely),
});

/**
 * The value below which a share of all draws lies: the inverse of the distribution function, in closed form. The triangle
 * takes best and worst as the limits that they are called; it stands for the beta distribution of PERT, whose parameters
 * nobody estimates (D. Johnson, "The triangular distribution as a proxy for the beta distribution in risk analysis",
 * The Statistician 46, 1997). Its mean is (best + likely + worst) / 3.
 */
export const quantile = ({ best, worst, split, rising, falling }: Triangle, share: number): number =>
  share < split ? best + Math.sqrt(share * rising) : worst - Math.sqrt((1 - share) * falling);
