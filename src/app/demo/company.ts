import type { Random } from './random.ts'
import {
  companyForms,
  companyWords,
  givenNames,
  jobs,
  needs,
  places,
  sectors,
  sources,
  surnames,
} from './words.ts'

type Role = 'customer' | 'partner' | 'supplier' | 'employee' | 'competitor' | 'reference'

export type DemoOrganization = {
  name: string
  domain: string
  fields: { sector: string; employees: number; annualRevenue: number; street: string } & Place
  phone: string
  roles: Role[]
}

export type DemoPerson = {
  organization: DemoOrganization | undefined
  email: string
  phone: string | undefined
  linkedin: string | undefined
  fields: Partial<{
    givenName: string
    surname: string
    secondSurname: string
    jobTitle: string
    department: string
    decisionRole: string
    occupation: string
    source: string
    need: string
  }> &
    Partial<Place>
  roles: Role[]
  tags: string[]
}

type Place = { city: string; region: string; postalCode: string; country: string }

/** Organisations of every size and sector; one in twelve is not a possible customer but a partner, a supplier or a competitor. */
export function organizations(random: Random, count: number): DemoOrganization[] {
  const taken = new Set<string>()
  return Array.from({ length: count }, () => {
    const sector = random.pick(Object.keys(sectors) as (keyof typeof sectors)[])
    const name = unused(taken, () => `${random.pick(sectors[sector])} ${random.pick(companyWords)}`)
    const employees = random.weighted({ 6: 2, 18: 4, 45: 5, 120: 4, 260: 2, 700: 1 })
    const size = Math.round(Number(employees) * (0.7 + random.next() * 0.8))
    return {
      name: `${name}, ${random.pick(companyForms)}`,
      domain: `${slug(name)}.example`,
      fields: {
        sector,
        employees: size,
        annualRevenue: Math.round(size * random.between(70, 190)) * 1000,
        street: `${random.pick(['Calle', 'Avenida', 'Polígono', 'Camino'])} ${random.pick(companyWords)}, ${random.between(1, 140)}`,
        ...place(random),
      },
      phone: `+34 9${random.between(10, 88)} ${random.between(100, 999)} ${random.between(100, 999)}`,
      roles: random.chance(1 / 12) ? [random.pick(['partner', 'supplier', 'competitor'] as const)] : [],
    }
  })
}

/** People at the organisations and a few on their own (students, the self-employed), some with gaps, as in any real base. */
export function people(random: Random, count: number, firms: DemoOrganization[]): DemoPerson[] {
  const taken = new Set<string>()
  return Array.from({ length: count }, () => {
    const organization = random.chance(0.88) ? random.pick(firms) : undefined
    const given = random.pick(givenNames)
    const surname = random.pick(surnames)
    const domain = organization?.domain ?? random.pick(['correo.example', 'buzon.example'])
    const local = unused(
      taken,
      () => `${slug(given)}.${slug(surname)}${random.chance(0.7) ? '' : random.between(2, 99)}@${domain}`,
    )
    return {
      organization,
      email: local,
      phone: random.chance(0.62)
        ? `+34 6${random.between(10, 99)} ${random.between(100, 999)} ${random.between(100, 999)}`
        : undefined,
      linkedin: random.chance(0.3)
        ? `https://www.linkedin.com/in/${slug(given)}-${slug(surname)}-${random.between(1000, 99999)}`
        : undefined,
      fields: {
        givenName: given,
        surname,
        ...(random.chance(0.8) && { secondSurname: random.pick(surnames) }),
        ...(organization
          ? work(random)
          : { occupation: random.pick(['Estudiante', 'Autónomo', 'Consultora independiente']) }),
        source: random.pick(sources),
        ...(organization &&
          random.chance(0.7) &&
          pick(organization.fields, ['city', 'region', 'postalCode', 'country'])),
        ...(random.chance(0.2) && { need: random.pick(needs) }),
      },
      roles: [...(organization?.roles ?? [])],
      tags: random.chance(0.15)
        ? [random.pick(['feria', 'prioritario', 'newsletter', 'ISO 55001', 'piloto'])]
        : [],
    }
  })
}

function work(random: Random) {
  if (random.chance(0.12)) return {}
  const [jobTitle, department, decisionRole] = random.pick(jobs)
  return { jobTitle, department, ...(random.chance(0.75) && { decisionRole }) }
}

function place(random: Random): Place {
  const [city, region, prefix] = random.pick(places)
  return {
    city,
    region,
    postalCode: `${prefix}${String(random.between(1, 980)).padStart(3, '0')}`,
    country: 'ES',
  }
}

function unused(taken: Set<string>, make: () => string): string {
  let made = make()
  for (let suffix = 2; taken.has(made); suffix++)
    made = suffix < 6 ? make() : `${made.replace(/ \d+$/, '')} ${suffix}`
  taken.add(made)
  return made
}

function pick<T extends object, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.map(key => [key, from[key]])) as Pick<T, K>
}

export const slug = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
