/**
 * What a policy document may be, so that reading it, trying its cases and judging a person by it stay cheap whoever wrote it.
 * The largest document in use (the national baseline) is about 0.25 MiB with 56 rules and stays well below each of them.
 */
export const limits = {
  /** Bytes of the canonical text: what an upload may hold. */
  bytes: 1024 * 1024,
  /** No honest document nests its JSON deeper; looked at first, so that hostile nesting cannot exhaust the stack. */
  jsonDepth: 48,
  /** Entries of each list of the document. */
  lists: { instruments: 200, rules: 500, clauses: 2000, cases: 3000 },
  /** Names in any object: parameters, definitions, people of a case. */
  keys: 500,
  /** Conditions of one rule, definitions followed (semantics.md §4): more cannot be read by the officer it binds. */
  nodes: 200,
  /** Conditions of all rules and definitions, as written. */
  documentNodes: 2500,
  /** Levels of conditions of one rule. */
  depth: 8,
  /** Constant sets of values that one rule is judged under. */
  datedPieces: 32,
  /** Cost of one rule (`costOf`): the dearest in use costs 52. */
  ruleCost: 2000,
  /** Cost of all rules: judging one person by them stays within milliseconds. The national baseline costs 808. */
  totalCost: 20_000,
  /** Cases times what all rules cost to make ready and to judge by: the national baseline takes 460,000, half a second. */
  trialCost: 3_000_000,
  /** What making a rule ready costs, in the same measure. */
  readyCost: 10,
  /** Problems told at once; a longer list helps nobody. */
  problems: 100,
} as const
