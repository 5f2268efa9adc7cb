import { expect, test } from 'vitest'
import { say } from '../../test/say.ts'
import { type Criteria, isBranch } from '../criteria/criteria.ts'
import { sentence } from '../criteria/sentence.ts'
import { readyMadeScore } from '../scoring/defaults.ts'
import { readyMadeLifecycle, type SetUp } from './defaults.ts'

const [inSpanish, inEnglish] = [say('es'), say('en')]

const profile = { sectors: ['Educación', 'Banca'], countries: ['España', 'Portugal'] }

/** What the definitions and a receipt say one by one: what stands under “all of this”, and what gives points. */
function rulesOf(setUp: SetUp): Criteria[] {
  const { outside, stages } = readyMadeLifecycle(setUp)
  const score = readyMadeScore(setUp.market, profile)
  const entries = stages.flatMap(({ entry, organizationEntry }) => [entry, organizationEntry ?? entry])
  const points = [...score.fit, ...score.engagementFacts].map(({ when }) => when)
  const rules = [...[...(outside ? [outside] : []), ...entries].flatMap(below), ...points]
  return [...new Map(rules.map(rule => [JSON.stringify(rule), rule])).values()]
}

function below(rule: Criteria): Criteria[] {
  if ('all' in rule) return rule.all.flatMap(below)
  if ('any' in rule) return rule.any.flatMap(below)
  return 'of' in rule ? rule.of.flatMap(below) : [rule]
}

/** Each rule in Spanish and in English; one that a receipt may show as failed also the other way round. */
function said(rules: Criteria[]): string {
  const lines = rules.flatMap(rule => {
    const ways = isBranch(rule) ? [rule] : [rule, { not: rule }]
    return ways.map(each => `${sentence(each, inSpanish)} | ${sentence(each, inEnglish)}`)
  })
  return lines.join('\n')
}

test('the ready-made definition for companies reads like this', () => {
  expect(said(rulesOf({ market: 'b2b' }))).toMatchInlineSnapshot(`
    "es socio, proveedor, empleado o competidor | is a partner, a supplier, an employee or a competitor
    no consta que sea socio, proveedor, empleado ni competidor | is not known to be a partner, a supplier, an employee or a competitor
    no consta que sea cliente | is not known to be a customer
    no tiene la etiqueta «en embudo» ni «in funnel» | does not have the tag “en embudo” or “in funnel”
    no ha comprado | has not bought
    ha comprado | has bought
    no consta que sea competidor y no consta que su ocupación contenga «student» ni «estudiante» | is not known to be a competitor and their occupation is not known to contain “student” or “estudiante”
    ha mostrado interés en los últimos 365 días | has shown interest in the last 365 days
    no ha mostrado interés en los últimos 365 días | has shown no interest in the last 365 days
    su encaje llega a 50 | their fit reaches 50
    su encaje no llega a 50 | their fit does not reach 50
    está en una lista corporativa o está conectado con nosotros en LinkedIn | has been added to a corporate list or connected with us on LinkedIn
    no está en una lista corporativa ni está conectado con nosotros en LinkedIn | has not been added to a corporate list or connected with us on LinkedIn
    ha visitado la web al menos 3 veces | has visited the site at least 3 times
    no consta que haya visitado la web al menos 3 veces | is not known to have visited the site at least 3 times
    ha pasado al menos 5 minutos en la web | has spent at least 5 minutes on the site
    no consta que haya pasado al menos 5 minutos en la web | is not known to have spent at least 5 minutes on the site
    alguna de sus personas está en la etapa lead, prospecto, cliente potencial o cliente y ha mostrado actividad en los últimos 180 días | one of its people is in the lead, prospect, potential customer or customer stage and has shown some activity in the last 180 days
    ninguna de sus personas cumple todo esto: está en la etapa lead, prospecto, cliente potencial o cliente y ha mostrado actividad en los últimos 180 días | none of its people meets all of this: is in the lead, prospect, potential customer or customer stage and has shown some activity in the last 180 days
    ha conversado con nosotros en los últimos 180 días | has been in conversation with us in the last 180 days
    no ha conversado con nosotros en los últimos 180 días | has not been in conversation with us in the last 180 days
    ha mostrado un interés claro por iniciativa propia en los últimos 180 días | has shown clear interest of their own accord in the last 180 days
    no ha mostrado un interés claro por iniciativa propia en los últimos 180 días | has shown no clear interest of their own accord in the last 180 days
    alguna de sus personas está en la etapa prospecto, cliente potencial o cliente y ha mostrado actividad en los últimos 180 días | one of its people is in the prospect, potential customer or customer stage and has shown some activity in the last 180 days
    ninguna de sus personas cumple todo esto: está en la etapa prospecto, cliente potencial o cliente y ha mostrado actividad en los últimos 180 días | none of its people meets all of this: is in the prospect, potential customer or customer stage and has shown some activity in the last 180 days
    se ha confirmado el presupuesto | the answer about the budget is confirmed
    no se ha confirmado el presupuesto | the answer about the budget is not confirmed
    se ha confirmado la autoridad para decidir | the answer about the authority to decide is confirmed
    no se ha confirmado la autoridad para decidir | the answer about the authority to decide is not confirmed
    se ha confirmado la necesidad | the answer about the need is confirmed
    no se ha confirmado la necesidad | the answer about the need is not confirmed
    se ha confirmado el plazo | the answer about the timeline is confirmed
    no se ha confirmado el plazo | the answer about the timeline is not confirmed
    la respuesta sobre la autoridad para decidir no es negativa | the answer about the authority to decide is not negative
    su encaje llega a 40 | their fit reaches 40
    su encaje no llega a 40 | their fit does not reach 40
    tiene abierta una oportunidad de venta | has an open sales opportunity
    no tiene abierta ninguna oportunidad de venta | has no open sales opportunity
    ha pedido una propuesta o ha recibido una propuesta en los últimos 90 días | has asked for a proposal or been sent a proposal in the last 90 days
    no ha pedido una propuesta ni ha recibido una propuesta en los últimos 90 días | has not asked for a proposal or been sent a proposal in the last 90 days
    ha rellenado un formulario para pedir presupuesto en los últimos 90 días | has submitted a form to ask for a quote in the last 90 days
    no ha rellenado un formulario para pedir presupuesto en los últimos 90 días | has not submitted a form to ask for a quote in the last 90 days
    alguna de sus personas está en la etapa cliente potencial o cliente y ha mostrado actividad en los últimos 180 días | one of its people is in the potential customer or customer stage and has shown some activity in the last 180 days
    ninguna de sus personas cumple todo esto: está en la etapa cliente potencial o cliente y ha mostrado actividad en los últimos 180 días | none of its people meets all of this: is in the potential customer or customer stage and has shown some activity in the last 180 days
    tiene alguna compra que no se le ha devuelto entera | has at least one purchase not fully refunded
    no tiene ninguna compra, o se le han devuelto todas enteras | has no purchase, or all were fully refunded
    alguna de sus personas está en la etapa cliente y ha mostrado actividad en los últimos 180 días | one of its people is in the customer stage and has shown some activity in the last 180 days
    ninguna de sus personas cumple todo esto: está en la etapa cliente y ha mostrado actividad en los últimos 180 días | none of its people meets all of this: is in the customer stage and has shown some activity in the last 180 days
    el contacto o su organización es del sector Educación o Banca | the contact or their organisation is in the Educación or Banca sector
    el contacto o su organización está en España o Portugal | the contact or their organisation is in España or Portugal
    está fuera de España y Portugal | is outside España and Portugal
    está en España o Portugal o no se sabe dónde | is in España or Portugal or in a country that we do not know
    el contacto o su organización tiene entre 10 y 500 empleados | the contact or their organisation has between 10 and 500 employees
    el contacto o su organización tiene entre 5 y 9 o entre 501 y 1000 empleados | the contact or their organisation has between 5 and 9 or between 501 and 1,000 employees
    el contacto o su organización factura al menos 1.000.000 al año | the contact or their organisation has an annual revenue of at least 1,000,000
    decide la compra o (no se sabe qué papel tiene en la compra y (su cargo contiene la palabra «ceo», «cto», «cfo» o «coo» o su cargo contiene «director», «gerente», «owner», «founder», «propietari», «fundador» o «president»)) | decides on the purchase or (we do not know their buying role and (their job title contains the word “ceo”, “cto”, “cfo” or “coo” or their job title contains “director”, “gerente”, “owner”, “founder”, “propietari”, “fundador” or “president”))
    influye en la compra o (no se sabe qué papel tiene en la compra y su cargo contiene «manager», «responsable», «jefe», «jefa», «head of» o «coordinador») | influences the purchase or (we do not know their buying role and their job title contains “manager”, “responsable”, “jefe”, “jefa”, “head of” or “coordinador”)
    se sabe qué necesita | we know what they need
    no se sabe qué necesita | we do not know what they need
    tiene un correo de empresa | has a company email address
    no tiene ningún correo de empresa | has no company email address
    tiene un correo gratuito y no tiene ningún correo de empresa | has a free email address and has no company email address
    su ocupación contiene «student» o «estudiante» | their occupation contains “student” or “estudiante”
    es competidor | is a competitor
    no consta que sea competidor | is not known to be a competitor
    ha visto una página de ofertas de empleo | has viewed a page with job openings
    no ha visto una página de ofertas de empleo | has not viewed a page with job openings
    ha visitado la web al menos una vez | has visited the site at least once
    no consta que haya visitado la web al menos una vez | is not known to have visited the site at least once
    ha visitado la web al menos 6 veces | has visited the site at least 6 times
    no consta que haya visitado la web al menos 6 veces | is not known to have visited the site at least 6 times
    ha pasado al menos 1 minuto en la web | has spent at least 1 minute on the site
    no consta que haya pasado al menos 1 minuto en la web | is not known to have spent at least 1 minute on the site
    ha pasado al menos 15 minutos en la web | has spent at least 15 minutes on the site
    no consta que haya pasado al menos 15 minutos en la web | is not known to have spent at least 15 minutes on the site
    ha pasado al menos 25 minutos en la web | has spent at least 25 minutes on the site
    no consta que haya pasado al menos 25 minutos en la web | is not known to have spent at least 25 minutes on the site
    ha visto al menos 2 páginas por visita | has viewed at least 2 pages per visit
    no consta que haya visto al menos 2 páginas por visita | is not known to have viewed at least 2 pages per visit
    ha visto al menos 4 páginas por visita | has viewed at least 4 pages per visit
    no consta que haya visto al menos 4 páginas por visita | is not known to have viewed at least 4 pages per visit"
  `)
})

test('the ready-made definition for consumers adds this', () => {
  const forCompanies = said(rulesOf({ market: 'b2b' })).split('\n')

  const added = said(rulesOf({ market: 'b2c' })).split('\n')

  expect(added.filter(line => !forCompanies.includes(line)).join('\n')).toMatchInlineSnapshot(`
    "ha mostrado un interés claro al menos dos veces en los últimos 30 días | has shown clear interest at least twice in the last 30 days
    ha mostrado un interés claro una vez como mucho en los últimos 30 días | has shown clear interest once at most in the last 30 days
    se sabe a qué se dedica | we know their occupation
    no se sabe a qué se dedica | we do not know their occupation
    su ocupación contiene «working», «professional», «business», «profesional» o «trabaja» | their occupation contains “working”, “professional”, “business”, “profesional” or “trabaja”
    su origen contiene «reference», «referral», «referencia» o «recomend» y no consta que su origen contenga «referral site» | their source contains “reference”, “referral”, “referencia” or “recomend” and their source is not known to contain “referral site”
    tiene correo | has an email address
    no tiene correo | has no email address
    tiene teléfono | has a phone number
    no tiene teléfono | has no phone number
    se sabe su ciudad | we know their city
    no se sabe su ciudad | we do not know their city"
  `)
})

test.each(['b2b', 'b2c'] as const)('a whole stage of %s is one sentence that says all of it', market => {
  const { stages } = readyMadeLifecycle({ market, prospectNeeds: 'conversation' })

  const whole = stages.map(({ entry }) => sentence(entry, inSpanish)).join(' ')

  expect(whole).toContain('ha conversado con nosotros en los últimos 180 días')
  expect(whole).not.toMatch(/cumple que|no se cumple|\(\(\(|criteria\.|contacts\./)
})
