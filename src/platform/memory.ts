import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'

const wanted = 8 * 2 ** 20

/**
 * V8 begins with 1 MB for objects that live shortly and doubles it up to 32 MB, twice over. With 1 MB it went through them three times
 * during one page of contacts, which took a fifth of its time and kept as old what was only in use; 8 MB cost no memory that could
 * be measured. Once V8 runs nothing but the growth can be set, and it shrinks again when the program rests. While the program loads nothing grows.
 */
export function holdYoungObjects() {
  growBy(1)
  setInterval(look, 200).unref()
}

const growBy = (factor: number) => setFlagsFromString(`--semi-space-growth-factor=${factor}`)

function look() {
  const young = getHeapSpaceStatistics().find(each => each.space_name === 'new_space')
  growBy((young?.space_size ?? 0) < wanted ? 2 : 1)
}
