import type { EventName } from '../../activity/events.ts'
import type { DemoPerson } from './company.ts'
import type { Random } from './random.ts'
import { downloads, keyPages, lostReasons, pages, trainings, videos } from './words.ts'

/** Something that happened `daysAgo` (a fraction sets the hour). */
export type DemoEvent = {
  name: EventName
  daysAgo: number
  properties: Record<string, string | number | boolean>
  byRobot?: boolean
}

export const storyNames = [
  'silent',
  'reader',
  'evaluating',
  'negotiating',
  'bought',
  'loyal',
  'lapsed',
  'wentQuiet',
  'lost',
  'leftTheList',
  'scanned',
] as const
export type StoryName = (typeof storyNames)[number]

/** How often each story is told among people who may buy. */
export const shares: Record<StoryName, number> = {
  silent: 24,
  reader: 30,
  evaluating: 12,
  negotiating: 4,
  bought: 6,
  loyal: 4,
  lapsed: 3,
  wentQuiet: 9,
  lost: 4,
  leftTheList: 3,
  scanned: 1,
}

type Teller = (tell: Tell, random: Random, person: DemoPerson) => void
type Tell = (
  name: EventName,
  daysAgo: number,
  properties?: DemoEvent['properties'],
  byRobot?: boolean,
) => void

/** All that a person of this story did and was sent in the last 18 months, oldest first; nothing lies in the future. */
export function eventsOf(story: StoryName, random: Random, person: DemoPerson): DemoEvent[] {
  const told: DemoEvent[] = []
  const tell: Tell = (name, daysAgo, properties = {}, byRobot) => {
    // Working hours, Monday to Sunday alike: mail is read at weekends too.
    const hour = (8 + random.next() * 11) / 24
    told.push({
      name,
      daysAgo: Math.max(0.02, Math.floor(daysAgo) + 1 - hour),
      properties,
      ...(byRobot && { byRobot }),
    })
  }
  stories[story](tell, random, person)
  return told.sort((a, b) => b.daysAgo - a.daysAgo)
}

const stories: Record<StoryName, Teller> = {
  silent(tell, random) {
    tell('list_added', random.between(20, 540), { list: 'Contactos de ferias' })
    if (random.chance(0.4)) newsletters(tell, random, random.between(10, 300), 3)
  },
  reader(tell, random) {
    const start = random.between(15, 500)
    tell('subscribed', start, { list: 'Boletín de mantenimiento' })
    browse(tell, random, start, Math.max(0, start - random.between(10, 200)), random.between(3, 16))
    newsletters(tell, random, start, random.between(2, 12))
    if (random.chance(0.5))
      tell('file_downloaded', random.between(0, start), { file: random.pick(downloads) })
    if (random.chance(0.3))
      tell('video_watched', random.between(0, start), { title: random.pick(videos), share: 0.6 })
    if (random.chance(0.25)) tell('social_liked', random.between(0, start), { network: 'LinkedIn' })
    if (random.chance(0.2))
      tell('event_registered', random.between(0, start), { event: random.pick(trainings) })
  },
  evaluating(tell, random) {
    const start = random.between(12, 160)
    becomesInterested(tell, random, start + random.between(5, 90), start)
    talks(tell, random, start, 1 + random.between(0, 3), 1)
    if (random.chance(0.35)) tell('demo_requested', random.between(1, start), { product: 'Plataforma' })
    if (random.chance(0.3)) tell('material_sent', random.between(1, start), { material: 'Ficha técnica' })
  },
  negotiating(tell, random) {
    const start = random.between(25, 80)
    becomesInterested(tell, random, start + random.between(20, 120), start)
    talks(tell, random, start, 2, 10)
    tell('demo_given', random.between(8, 20), { subject: 'Demostración con su plan de mantenimiento' })
    if (random.chance(0.5)) tell('proposal_requested', random.between(3, 8), { product: 'Plataforma' })
    tell('proposal_sent', random.between(1, 6), {
      amount: random.between(4, 38) * 1000,
      currency: 'EUR',
      offer: 'Plataforma anual',
    })
    if (random.chance(0.6)) tell('proposal_viewed', 0, { offer: 'Plataforma anual' })
  },
  bought: (tell, random) => buys(tell, random, random.between(10, 320)),
  loyal(tell, random) {
    const first = random.between(240, 430)
    buys(tell, random, first)
    for (let day = first - 120; day > 5; day -= random.between(60, 150))
      purchase(tell, random, day, 'Ampliación de usuarios')
    tell('survey_answered', random.between(5, first - 60), {
      survey: 'Satisfacción',
      score: random.between(8, 10),
    })
    if (random.chance(0.6)) tell('recommended', random.between(5, 120), { to: 'Otra empresa del polígono' })
  },
  lapsed: (tell, random) => buys(tell, random, random.between(400, 520)),
  wentQuiet(tell, random) {
    const start = random.between(230, 460)
    becomesInterested(tell, random, start + 30, start)
    talks(tell, random, start, 2, start - 25)
    tell('call_made', start - 40, { summary: 'No contesta' })
    newsletters(tell, random, start - 40, 5)
  },
  lost(tell, random) {
    const start = random.between(60, 400)
    becomesInterested(tell, random, start + 60, start)
    talks(tell, random, start, 2, start - 15)
    tell('proposal_sent', start - 18, {
      amount: random.between(4, 30) * 1000,
      currency: 'EUR',
      offer: 'Plataforma anual',
    })
    tell('proposal_rejected', start - 30, { reason: random.pick(lostReasons) })
  },
  leftTheList(tell, random) {
    const start = random.between(60, 480)
    tell('subscribed', start, { list: 'Boletín de mantenimiento' })
    newsletters(tell, random, start, 4)
    tell('unsubscribed', Math.max(1, start - random.between(20, 59)), { list: 'Boletín de mantenimiento' })
  },
  // A mail scanner opens every link within a second of arrival: it must promote nobody.
  scanned(tell, random) {
    const start = random.between(5, 90)
    tell('email_sent', start, { subject: 'Novedades del trimestre' })
    for (let link = 0; link < 6; link++)
      tell('email_link_clicked', start, { url: `https://lumbre.example/n/${link}` }, true)
  },
}

function newsletters(tell: Tell, random: Random, from: number, count: number) {
  for (let sent = 0; sent < count; sent++) {
    const day = from - sent * 30
    if (day < 1) return
    tell('email_sent', day, { subject: 'Boletín de mantenimiento' })
    if (random.chance(0.45)) tell('email_opened', day, { subject: 'Boletín de mantenimiento' })
  }
}

function browse(tell: Tell, random: Random, from: number, to: number, count: number) {
  for (let seen = 0; seen < count; seen++) {
    const [path, kind] = random.pick(pages)
    tell('page_viewed', random.between(to, from), { path, kind })
  }
  if (random.chance(0.5))
    tell('key_page_viewed', random.between(to, from), { path: random.pick(keyPages), kind: 'price' })
}

function becomesInterested(tell: Tell, random: Random, from: number, to: number) {
  tell('subscribed', from, { list: 'Boletín de mantenimiento' })
  browse(tell, random, from, to, random.between(5, 14))
  tell('file_downloaded', random.between(to, from), { file: random.pick(downloads) })
  tell('email_sent', to + 1, { subject: 'Guía del mantenimiento preventivo' })
  tell('email_link_clicked', to, {
    subject: 'Guía del mantenimiento preventivo',
    url: 'https://lumbre.example/guia',
  })
  if (random.chance(0.5)) tell('key_page_viewed', to, { path: '/precios', kind: 'price' })
}

function talks(tell: Tell, random: Random, from: number, count: number, to: number) {
  for (let talked = 0; talked < count; talked++) {
    const day = random.between(Math.min(to, from), from)
    const name = random.weighted({
      call: 5,
      email_replied: 3,
      whatsapp_received: 2,
      meeting: 2,
      video_call: 2,
    })
    if (name === 'whatsapp_received') tell('whatsapp_sent', day, { summary: '¿Le viene bien que hablemos?' })
    tell(name, day, {
      summary: random.pick([
        'Pide más detalle',
        'Cuenta cómo trabajan hoy',
        'Pregunta por plazos',
        'Quiere verlo con su jefe',
      ]),
    })
  }
}

function buys(tell: Tell, random: Random, day: number) {
  becomesInterested(tell, random, day + random.between(50, 110), day + 45)
  talks(tell, random, day + 44, 2, day + 25)
  tell('demo_given', day + 24, { subject: 'Demostración' })
  tell('proposal_sent', day + 12, {
    amount: random.between(4, 38) * 1000,
    currency: 'EUR',
    offer: 'Plataforma anual',
  })
  tell('proposal_accepted', day + 1, { offer: 'Plataforma anual' })
  purchase(tell, random, day, 'Plataforma anual')
  if (random.chance(0.4)) tell('support_asked', Math.max(1, day - 20), { subject: 'Alta de usuarios' })
  if (random.chance(0.4))
    tell('feedback_given', Math.max(1, day - 35), {
      comment: 'El equipo lo usa a diario',
      score: random.between(6, 10),
    })
}

function purchase(tell: Tell, random: Random, day: number, offer: string) {
  tell('purchase', day, { amount: random.between(4, 38) * 1000, currency: 'EUR', line: 'Software', offer })
}
