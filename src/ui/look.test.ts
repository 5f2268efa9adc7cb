import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { stageColours } from './stages.ts'

type Rgb = [number, number, number]

const look = readFileSync(new URL('look.css', import.meta.url), 'utf8')
const modes = ['light', 'dark'] as const
const page = { light: '#ffffff', dark: '#1a1d23' }

/** Machado, Oliveira and Fernandes (2009), severity 1, on linear light. */
const eyes: Record<string, [Rgb, Rgb, Rgb]> = {
  all: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

test.each(modes)('every two colours of stages can be told apart by everybody (%s)', mode => {
  const alike = Object.entries(eyes).flatMap(([eye, seen]) =>
    stageColours.flatMap((one, place) =>
      stageColours
        .slice(place + 1)
        .map(other => ({ eye, pair: `${one} ${other}`, apart: apart(seen, one, other, mode) }))
        .filter(({ apart }) => apart < 10),
    ),
  )

  expect(alike).toEqual([])
})

test.each(modes)('the word of a stage is readable on its colour and on the page (%s)', mode => {
  const pale = stageColours.filter(color => {
    const [ink, wash] = [shade(color, 'ink', mode), shade(color, 'wash', mode)]
    return Math.min(contrast(ink, wash), contrast(ink, linear(page[mode]))) < 4.5
  })

  expect(pale).toEqual([])
})

function shade(color: string, part: string, mode: 'light' | 'dark'): Rgb {
  const found = look.match(`--stage-${color}-${part}: light-dark\\((#\\w{6}), (#\\w{6})\\)`)
  return linear(found?.[mode === 'light' ? 1 : 2] ?? '')
}

function linear(hex: string): Rgb {
  const [red, green, blue] = [1, 3, 5].map(from => {
    const part = Number.parseInt(hex.slice(from, from + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return [red ?? Number.NaN, green ?? Number.NaN, blue ?? Number.NaN]
}

const times = (rows: [Rgb, Rgb, Rgb], [x, y, z]: Rgb) =>
  rows.map(([a, b, c]) => Math.min(1, Math.max(0, a * x + b * y + c * z))) as Rgb

function apart(seen: [Rgb, Rgb, Rgb], one: string, other: string, mode: 'light' | 'dark') {
  const [a, b] = [one, other].map(color => lab(times(seen, shade(color, 'fill', mode)))) as [Rgb, Rgb]
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
}

function lab([red, green, blue]: Rgb): Rgb {
  const root = (value: number) => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116)
  const x = root((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505)
  const y = root(0.2126 * red + 0.7152 * green + 0.0722 * blue)
  const z = root((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

const luminance = ([red, green, blue]: Rgb) => 0.2126 * red + 0.7152 * green + 0.0722 * blue

function contrast(one: Rgb, other: Rgb) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}
