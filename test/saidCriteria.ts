import type { Criteria, FieldRule } from '../src/criteria/criteria.ts'
import type { Fact, Spoken, SpokenDeed } from '../src/criteria/spoken.ts'

/** What somebody understands who is told a sentence: read from its structure, sharing nothing with what made it. */
export function understood(said: Spoken): Criteria {
  if ('all' in said) return { all: said.all.map(understood) }
  if ('any' in said) return { any: said.any.map(understood) }
  if ('deed' in said) return understoodDeed(said)
  const rule = affirmed(said)
  return said.yes ? rule : { not: rule }
}

type Affirmed = Exclude<Spoken, SpokenDeed | { all: Spoken[] } | { any: Spoken[] }>

function affirmed(said: Affirmed): Criteria {
  if ('leaf' in said) return said.leaf
  if ('fact' in said) return understoodFact(said.fact)
  if (!('who' in said)) return { atLeast: said.atLeast, of: said.of.map(understood) }
  const rule = understood(said.of)
  if (said.who === 'people') return { people: rule, atLeast: said.atLeast ?? 1 }
  return said.who === 'company' ? { company: rule } : { any: [rule, { company: rule }] }
}

function understoodFact({ field, op, values, of }: Fact): Criteria {
  if (op === 'either') return { any: (of ?? []).map(understoodFact) }
  if (op === 'between') {
    const [from = 0, to = 0] = values
    return {
      all: [
        { field, op: 'atLeast', value: from },
        { field, op: 'atMost', value: to },
      ],
    }
  }
  if (op === 'isAnyOf' || op === 'isNoneOf') return { field, op, value: values }
  if (values.length === 0) return { field, op } as FieldRule
  return { any: values.map(value => ({ field, op, value }) as FieldRule) }
}

/** “… so many times, but not lately, and since then not …”; the opposite: “not so many times, or lately, or since then …”. */
function understoodDeed({ deed, yes, isOpposite }: SpokenDeed): Criteria {
  const { notWithinDays, noneSince, ...often } = deed
  const { atLeast: _, atMost: __, minus: ___, ...ever } = often
  const besides: Criteria[] = [
    ...(notWithinDays ? [{ ...ever, atLeast: 0, notWithinDays }] : []),
    ...(noneSince ? [{ ...ever, atLeast: 0, noneSince }] : []),
  ]
  const count: Criteria = yes ? often : { not: often }
  return isOpposite ? { any: [count, ...besides.map(not => ({ not }))] } : { all: [count, ...besides] }
}
