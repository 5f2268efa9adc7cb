/** Limits that can be said aloud, of numbers that ascend: two figures or, of seconds, whole minutes and quarters of an hour; finer where neighbours would become the same. */
export const roundLimits = (ascending: number[], isDuration: boolean): number[] =>
  ascending.map((value, place) => {
    const beside = [ascending[place - 1], ascending[place + 1]].filter(each => each !== undefined)
    const gap = Math.min(...beside.map(each => Math.abs(each - value)))
    return isDuration ? roundDuration(value, gap) : roundAmount(value, gap)
  })

const durationSteps = [1, 5, 10, 30, 60, 300, 900]

function roundDuration(value: number, gap: number): number {
  const usual = value < 60 ? 10 : value < 3600 ? 60 : 900
  const step = durationSteps.findLast(each => each <= Math.min(usual, gap)) ?? 1
  return Math.max(step, step * Math.round(value / step))
}

function roundAmount(value: number, gap: number): number {
  if (value === 0) return 0
  const usual = powerOfTen(value) / 10
  const power = powerOfTen(gap)
  const step = usual <= gap ? usual : power * (gap >= 5 * power ? 5 : gap >= 2 * power ? 2 : 1)
  // Twelve figures: what steps such as 0.1 cannot say exactly is behind them.
  return Number((step * Math.round(value / step)).toPrecision(12))
}

const powerOfTen = (value: number) => 10 ** Math.floor(Math.log10(Math.abs(value)))
