import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'

const wanted = 8 * 2 ** 20

/**
 * Holds the space for objects that live shortly at 8 MB (decision 0019). Once V8 runs nothing but its growth can be set, and it shrinks
 * again when the program rests, so it is looked at five times a second: 7 µs. While the program loads nothing grows.
 */
export function holdYoungObjects() {
  growBy(1)
  setInterval(look, 200).unref()
}

let growth = 0

function growBy(factor: number) {
  if (factor === growth) return
  growth = factor
  setFlagsFromString(`--semi-space-growth-factor=${factor}`)
}

function look() {
  const young = getHeapSpaceStatistics().find(each => each.space_name === 'new_space')
  growBy((young?.space_size ?? 0) < wanted ? 2 : 1)
}
