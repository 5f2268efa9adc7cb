import type { Random } from './random.ts'
import { isKnownWell, type StoryName, shares } from './stories.ts'
import type { Country, Market, Place, Words } from './words.ts'

type Role = 'partner' | 'supplier' | 'competitor'

type Address = { city: string; region: string; postalCode: string; country: string }

export type DemoOrganization = {
  name: string
  domain: string
  fields: { sector: string; employees: number; annualRevenue: number; street: string } & Address
  place: Place
  phone: string
  roles: Role[]
}

export type DemoPerson = {
  organization: DemoOrganization | undefined
  /** What to tell of them; nothing of those who are with us in another role. */
  story: StoryName | undefined
  email: string
  phone: string | undefined
  linkedin: string | undefined
  fields: Partial<Record<PersonField, string>> & Partial<Address>
  roles: Role[]
  tags: string[]
}

type PersonField =
  | ('givenName' | 'surname' | 'secondSurname' | 'jobTitle' | 'department' | 'decisionRole')
  | ('occupation' | 'source' | 'need' | 'street')

/** Organisations of every size and sector; one in twelve is not a possible customer but a partner, a supplier or a competitor. */
export function organizations(random: Random, { country }: Words, count: number): DemoOrganization[] {
  const taken = new Set<string>()
  return Array.from({ length: count }, () => {
    const sector = random.pick(Object.keys(country.sectors))
    const kinds = country.sectors[sector] ?? []
    const name = unused(taken, () => country.companyName(random, random.pick(kinds)))
    const employees = random.weighted({ 6: 2, 18: 4, 45: 5, 120: 4, 260: 2, 700: 1 })
    const size = Math.round(Number(employees) * (0.7 + random.next() * 0.8))
    const place = random.pick(country.places)
    return {
      name: `${name}${random.pick(country.companyForms)}`,
      domain: `${slug(name)}.example`,
      fields: {
        sector,
        employees: size,
        annualRevenue: Math.round(size * random.between(70, 190)) * 1000,
        street: country.street(random),
        ...address(random, country, place),
      },
      place,
      phone: country.landline(random, place),
      roles: random.chance(1 / 12) ? [random.pick(['partner', 'supplier', 'competitor'] as const)] : [],
    }
  })
}

/** How many work somewhere that we know of. */
const employed: Record<Market, number> = { b2b: 0.88, b2c: 0.06 }

/** People at the organisations and on their own, some with gaps, as in any real base; those we have talked with have fewer. */
export function people(
  random: Random,
  market: Market,
  words: Words,
  count: number,
  firms: DemoOrganization[],
): DemoPerson[] {
  const [mails, phones] = [new Set<string>(), new Set<string>()]
  return Array.from({ length: count }, () => {
    const organization = random.chance(employed[market]) ? random.pick(firms) : undefined
    const roles = organization?.roles ?? []
    const story = roles.length ? undefined : random.weighted(shares[market])
    const isKnown = story !== undefined && isKnownWell(story)
    const name = nameIn(random, words.country)
    const person = { random, market, words, organization, isKnown }
    const { place, ...fields } = factsOf(person)
    return {
      ...{ organization, story, roles: [...roles] },
      email: unused(mails, () => mailOf(random, words, name, organization)),
      phone: random.chance(isKnown ? 0.85 : 0.5)
        ? unused(phones, () => phoneOf(random, words, place))
        : undefined,
      linkedin: random.chance(market === 'b2b' ? 0.3 : 0.02)
        ? `https://www.linkedin.com/in/${slug(name.givenName)}-${slug(name.surname)}-${random.between(1000, 99999)}`
        : undefined,
      fields: { ...name, ...fields },
      tags: random.chance(0.15) ? [random.pick(words.company.tags)] : [],
    }
  })
}

function nameIn(random: Random, { givenNames, surnames, secondSurnames }: Country) {
  return {
    givenName: random.pick(givenNames),
    surname: random.pick(surnames),
    ...(random.chance(secondSurnames) && { secondSurname: random.pick(surnames) }),
  }
}

type Someone = {
  random: Random
  market: Market
  words: Words
  organization: DemoOrganization | undefined
  isKnown: boolean
}

function factsOf({ random, market, words: { country, company }, organization, isKnown }: Someone) {
  const place = (market === 'b2b' && organization?.place) || random.pick(country.places)
  const knows = (often: number, seldom: number) => random.chance(isKnown ? often : seldom)
  const isAtHome = market === 'b2c' && knows(0.9, 0.5)
  return {
    place,
    ...(organization && work({ random, company, isKnown })),
    ...(!organization &&
      knows(0.85, market === 'b2b' ? 1 : 0.35) && {
        occupation: random.pick(company.occupations),
      }),
    source: random.pick(company.sources),
    ...(market === 'b2b' && organization && random.chance(0.7) && addressOf(organization)),
    ...(isAtHome && address(random, country, place)),
    ...(isAtHome && isKnown && { street: country.street(random) }),
    ...(knows(0.7, 0.12) && { need: random.pick(company.needs) }),
  }
}

function work({ random, company, isKnown }: Pick<Someone, 'random' | 'isKnown'> & Pick<Words, 'company'>) {
  if (random.chance(isKnown ? 0.04 : 0.14)) return {}
  const [jobTitle, department, decisionRole] = random.pick(company.jobs)
  return { jobTitle, department, ...(random.chance(isKnown ? 0.95 : 0.6) && { decisionRole }) }
}

function mailOf(
  random: Random,
  { country }: Words,
  { givenName, surname }: { givenName: string; surname: string },
  organization: DemoOrganization | undefined,
): string {
  const domain = organization?.domain ?? random.pick(country.mailDomains)
  const number = random.chance(0.7) ? '' : random.between(2, 99)
  return `${slug(givenName)}.${slug(surname)}${number}@${domain}`
}

const phoneOf = (random: Random, { country }: Words, place: Place): string =>
  random.chance(0.5) ? country.mobile(random) : country.landline(random, place)

function addressOf({ fields: { city, region, postalCode, country } }: DemoOrganization): Address {
  return { city, region, postalCode, country }
}

function address(random: Random, country: Country, place: Place): Address {
  return {
    city: place.city,
    region: place.region,
    postalCode: country.postalCode(random, place),
    country: country.code,
  }
}

/** There are far more names and addresses than the demo takes. */
function unused(taken: Set<string>, make: () => string): string {
  let made = make()
  while (taken.has(made)) made = make()
  taken.add(made)
  return made
}

const slug = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
