import { setImmediate as breathe } from 'node:timers/promises'
import { CholeskyDecomposition, Matrix } from 'ml-matrix'
import { auc, mean } from './measures.ts'

/** What holds for each contact, as places in a list of conditions, and whether the outcome came. */
export type Example = { holds: number[]; won: boolean }

/** A logistic model over conditions: `weights[i]` is the log of how much condition `places[i]` multiplies the odds. */
export type Fitted = { intercept: number; places: number[]; weights: number[] }

/** Pulls weights towards none; of a column that holds for many it is hardly felt. */
const ridge = 2
const rounds = 12
const enough = 1e-6

/**
 * Ridge-regularised logistic regression on these conditions, by iteratively reweighted least squares; `start` is a model to begin at.
 * Lets others have the process between its steps.
 */
export async function fitted(
  examples: Example[],
  places: number[],
  { start, most = rounds }: { start?: Fitted; most?: number } = {},
): Promise<Fitted> {
  const columnOf = dense(places, (_, index) => index + 1)
  const rows = examples.map(({ holds, won }) => ({ won: Number(won), columns: columnsOf(holds, columnOf) }))
  const weights = [
    start?.intercept ?? logOdds(mean(rows.map(row => row.won))),
    ...places.map(place => start?.weights[start.places.indexOf(place)] ?? 0),
  ]
  for (let round = 0; round < most; round++) {
    await breathe()
    const step = newtonStep(rows, weights)
    for (const [column, change] of step.entries()) weights[column] = (weights[column] ?? 0) + change
    if (Math.max(...step.map(Math.abs)) < enough) break
  }
  const [intercept = 0, ...rest] = weights
  return { intercept, places, weights: rest }
}

/** A number for each place of a condition, looked up a million times; 0 for the others. */
function dense(places: number[], value: (place: number, index: number) => number): Float64Array {
  const values = new Float64Array(places.reduce((a, b) => Math.max(a, b), 0) + 1)
  for (const [index, place] of places.entries()) values[place] = value(place, index)
  return values
}

function columnsOf(holds: number[], columnOf: Float64Array): number[] {
  const columns = [0]
  for (const place of holds) if (columnOf[place]) columns.push(columnOf[place])
  return columns
}

type SparseRow = { won: number; columns: number[] }

function newtonStep(rows: SparseRow[], weights: number[]): number[] {
  const size = weights.length
  const gradient = weights.map((weight, column) => (column === 0 ? 0 : -ridge * weight))
  const curvature = Array.from({ length: size }, () => new Float64Array(size))
  for (const { won, columns } of rows) {
    const expected = logistic(sumOf(weights, columns))
    const spread = expected * (1 - expected)
    for (const column of columns) {
      gradient[column] = (gradient[column] ?? 0) + won - expected
      const line = curvature[column]
      if (line) for (const other of columns) line[other] = (line[other] ?? 0) + spread
    }
  }
  for (const [column, line] of curvature.entries())
    line[column] = (line[column] ?? 0) + (column ? ridge : 1e-9)
  const matrix = new Matrix(curvature.map(line => Array.from(line)))
  return new CholeskyDecomposition(matrix).solve(Matrix.columnVector(gradient)).to1DArray()
}

const sumOf = (weights: number[], columns: number[]) =>
  columns.reduce((sum, column) => sum + (weights[column] ?? 0), 0)

export const logistic = (x: number): number => 1 / (1 + Math.exp(-x))
const logOdds = (share: number) => Math.log((share + 1e-6) / (1 - share + 1e-6))

/** What the model expects of each: its log odds. */
export function predictions({ intercept, places, weights }: Fitted, examples: Example[]): number[] {
  const weightOf = dense(places, (_, index) => weights[index] ?? 0)
  return examples.map(({ holds }) => {
    let odds = intercept
    for (const place of holds) odds += weightOf[place] ?? 0
    return odds
  })
}

/** So many of the conditions that promise most are tried at each step. */
const tried = 8
/** A trial begins at a model that lacks one condition only. */
const trialRounds = 3

/** What may be chosen: `onlyRaise` are conditions that must not count against anybody. */
export type Choice = { places: number[]; most: number; onlyRaise?: ReadonlySet<number> }

/**
 * The conditions that together tell most, one after another: each step takes the one that raises the likelihood most of those whose
 * slope at the present model is steepest. Ends early when nothing more helps.
 */
export async function forwardSelected(examples: Example[], choice: Choice): Promise<Fitted> {
  const { places, most, onlyRaise = new Set() } = choice
  let best = { model: await fitted(examples, []), likelihood: Number.NEGATIVE_INFINITY }
  while (best.model.places.length < most) {
    const candidates = steepest(examples, places, best.model).slice(0, tried)
    const next = await bestWithOneMore(examples, candidates, { model: best.model, onlyRaise })
    // Two is what chance alone gives a condition that says nothing (Akaike).
    if (!next || next.likelihood - best.likelihood < 2) break
    best = next
  }
  return fitted(examples, best.model.places, { start: best.model })
}

async function bestWithOneMore(
  examples: Example[],
  candidates: number[],
  { model, onlyRaise }: { model: Fitted; onlyRaise: ReadonlySet<number> },
) {
  const trials: { model: Fitted; likelihood: number }[] = []
  for (const place of candidates) {
    const trial = await fitted(examples, [...model.places, place], { start: model, most: trialRounds })
    const lowers = trial.places.some((place, at) => onlyRaise.has(place) && (trial.weights[at] ?? 0) < 0)
    if (!lowers) trials.push({ model: trial, likelihood: likelihoodOf(trial, examples) })
  }
  return trials.sort((a, b) => b.likelihood - a.likelihood)[0]
}

function steepest(examples: Example[], places: number[], model: Fitted): number[] {
  const slopes = new Map(places.map(place => [place, { slope: 0, spread: ridge }]))
  const expected = predictions(model, examples).map(logistic)
  for (const [row, { holds, won }] of examples.entries())
    for (const place of holds) {
      const found = slopes.get(place)
      if (!found) continue
      const share = expected[row] ?? 0
      found.slope += Number(won) - share
      found.spread += share * (1 - share)
    }
  const steepness = ({ slope, spread }: { slope: number; spread: number }) => slope ** 2 / spread
  return [...slopes]
    .filter(([place]) => !model.places.includes(place))
    .sort(([, a], [, b]) => steepness(b) - steepness(a))
    .map(([place]) => place)
}

const likelihoodOf = (model: Fitted, examples: Example[]): number =>
  predictions(model, examples).reduce(
    (sum, odds, row) => sum + (examples[row]?.won ? odds : 0) - Math.log1p(Math.exp(odds)),
    0,
  )

/** How well the model ranks other contacts than those that it was learnt from. */
export const aucOf = (model: Fitted, examples: Example[]) =>
  auc(predictions(model, examples).map((score, row) => ({ score, won: examples[row]?.won ?? false })))

/** What share of contacts with a score reached the outcome, as a smooth curve: logistic regression on the score itself (Platt, 1999). */
export function expecting(people: { score: number; won: boolean }[]): (score: number) => number {
  const centre = mean(people.map(each => each.score))
  const spread = Math.sqrt(mean(people.map(each => (each.score - centre) ** 2))) || 1
  let [intercept, slope] = [logOdds(mean(people.map(each => Number(each.won)))), 0]
  const at = (score: number) => logistic(intercept + (slope * (score - centre)) / spread)
  for (let round = 0; round < rounds; round++) {
    let [g0, g1, h00, h01, h11] = [0, -slope, 1e-9, 0, 1]
    for (const { score, won } of people) {
      const x = (score - centre) / spread
      const expected = at(score)
      const weight = expected * (1 - expected)
      g0 += Number(won) - expected
      g1 += (Number(won) - expected) * x
      h00 += weight
      h01 += weight * x
      h11 += weight * x * x
    }
    const determinant = h00 * h11 - h01 * h01
    intercept += (h11 * g0 - h01 * g1) / determinant
    slope += (h00 * g1 - h01 * g0) / determinant
  }
  return at
}
