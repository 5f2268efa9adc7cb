import { defineTexts } from '../platform/texts.ts'

/**
 * What a fact says of its contact, for sentences about criteria, where “su <label> es …” would not be natural. `times`,
 * `duration` and `amount` are numbers said as “al menos 3 veces”, “al menos 5 minutos” and “al menos 10”; `when` is a date.
 */
export const traitTexts = defineTexts(
  {
    contacts: {
      traits: {
        kind: { is: { yes: '{{value}}', no: 'no {{value}}' } },
        sector: { is: { yes: 'es del sector {{value}}', no: 'no consta que sea del sector {{value}}' } },
        country: {
          is: { yes: 'está en {{value}}', no: 'no consta que esté en {{value}}' },
          isNot: { yes: 'está fuera de {{value}}', no: 'está en {{value}} o no se sabe dónde' },
          isKnown: { yes: 'se sabe en qué país está', no: 'no se sabe en qué país está' },
        },
        employees: {
          amount: { yes: 'tiene {{value}} empleados', no: 'no consta que tenga {{value}} empleados' },
          isKnown: { yes: 'se sabe cuántos empleados tiene', no: 'no se sabe cuántos empleados tiene' },
        },
        annualRevenue: {
          amount: { yes: 'factura {{value}} al año', no: 'no consta que facture {{value}} al año' },
          isKnown: { yes: 'se sabe cuánto factura', no: 'no se sabe cuánto factura' },
        },
        decisionRole: {
          is: { yes: '{{value}}', no: 'no consta que {{value}}' },
          isKnown: {
            yes: 'se sabe qué papel tiene en la compra',
            no: 'no se sabe qué papel tiene en la compra',
          },
        },
        occupation: { isKnown: { yes: 'se sabe a qué se dedica', no: 'no se sabe a qué se dedica' } },
        need: { isKnown: { yes: 'se sabe qué necesita', no: 'no se sabe qué necesita' } },
        email: { isKnown: { yes: 'tiene correo', no: 'no tiene correo' } },
        linkedin: { isKnown: { yes: 'tiene LinkedIn', no: 'no tiene LinkedIn' } },
        tags: { isKnown: { yes: 'tiene alguna etiqueta', no: 'no tiene ninguna etiqueta' } },
        roles: { isKnown: { yes: 'tiene alguna relación', no: 'no tiene ninguna relación' } },
        phone: { isKnown: { yes: 'tiene teléfono', no: 'no tiene teléfono' } },
        website: { isKnown: { yes: 'tiene sitio web', no: 'no tiene sitio web' } },
        city: { isKnown: { yes: 'se sabe su ciudad', no: 'no se sabe su ciudad' } },
        organization: {
          is: { yes: 'trabaja en {{value}}', no: 'no consta que trabaje en {{value}}' },
          isKnown: { yes: 'se sabe dónde trabaja', no: 'no se sabe dónde trabaja' },
        },
        ownerId: {
          is: { yes: 'tiene como responsable a {{value}}', no: 'no tiene como responsable a {{value}}' },
          isKnown: { yes: 'tiene responsable', no: 'no tiene responsable' },
        },
        createdAt: { when: { yes: 'entró en la base {{value}}', no: 'no entró en la base {{value}}' } },
        updatedAt: { when: { yes: 'se modificó {{value}}', no: 'no se modificó {{value}}' } },
        custom: {
          budget: {
            amount: {
              yes: 'tiene un presupuesto de {{value}}',
              no: 'no consta que tenga un presupuesto de {{value}}',
            },
            isKnown: { yes: 'se sabe su presupuesto', no: 'no se sabe su presupuesto' },
          },
          purchase_timing: {
            is: { yes: 'piensa comprar: {{value}}', no: 'no consta que piense comprar: {{value}}' },
            isKnown: { yes: 'se sabe cuándo piensa comprar', no: 'no se sabe cuándo piensa comprar' },
          },
          site_visits: {
            times: {
              yes: 'ha visitado la web {{value}}',
              no: 'no consta que haya visitado la web {{value}}',
            },
            isKnown: {
              yes: 'se sabe cuántas veces ha visitado la web',
              no: 'no se sabe cuántas veces ha visitado la web',
            },
          },
          site_seconds: {
            duration: {
              yes: 'ha pasado {{value}} en la web',
              no: 'no consta que haya pasado {{value}} en la web',
            },
            isKnown: {
              yes: 'se sabe cuánto tiempo ha pasado en la web',
              no: 'no se sabe cuánto tiempo ha pasado en la web',
            },
          },
          pages_per_visit: {
            amount: {
              yes: 'ha visto {{value}} páginas por visita',
              no: 'no consta que haya visto {{value}} páginas por visita',
            },
            isKnown: {
              yes: 'se sabe cuántas páginas ve en cada visita',
              no: 'no se sabe cuántas páginas ve en cada visita',
            },
          },
        },
      },
      /** Options as what their contact is or does: after a “yes” and after a “no” of the fact's own. */
      optionTraits: {
        yes: {
          person: 'es una persona',
          organization: 'es una organización',
          decides: 'decide la compra',
          influences: 'influye en la compra',
          uses: 'usa lo que se compra',
          none: 'no interviene en la compra',
        },
        no: {
          person: 'es una persona',
          organization: 'es una organización',
          decides: 'decida la compra',
          influences: 'influya en la compra',
          uses: 'use lo que se compra',
          none: 'quede fuera de la compra',
        },
      },
    },
  },
  {
    contacts: {
      traits: {
        kind: { is: { yes: 'is {{value}}', no: 'is not {{value}}' } },
        sector: {
          is: { yes: 'is in the {{value}} sector', no: 'is not known to be in the {{value}} sector' },
        },
        country: {
          is: { yes: 'is in {{value}}', no: 'is not known to be in {{value}}' },
          isNot: { yes: 'is outside {{value}}', no: 'is in {{value}} or in a country that we do not know' },
          isKnown: { yes: 'we know their country', no: 'we do not know their country' },
        },
        employees: {
          amount: { yes: 'has {{value}} employees', no: 'is not known to have {{value}} employees' },
          isKnown: {
            yes: 'we know how many employees they have',
            no: 'we do not know how many employees they have',
          },
        },
        annualRevenue: {
          amount: {
            yes: 'has an annual revenue of {{value}}',
            no: 'is not known to have an annual revenue of {{value}}',
          },
          isKnown: { yes: 'we know their annual revenue', no: 'we do not know their annual revenue' },
        },
        decisionRole: {
          is: { yes: '{{value}}', no: 'is not known to {{value}}' },
          isKnown: {
            yes: 'we know their buying role',
            no: 'we do not know their buying role',
          },
        },
        occupation: { isKnown: { yes: 'we know their occupation', no: 'we do not know their occupation' } },
        need: { isKnown: { yes: 'we know what they need', no: 'we do not know what they need' } },
        email: { isKnown: { yes: 'has an email address', no: 'has no email address' } },
        linkedin: { isKnown: { yes: 'has LinkedIn', no: 'has no LinkedIn' } },
        tags: { isKnown: { yes: 'has a tag', no: 'has no tag' } },
        roles: { isKnown: { yes: 'has a relation', no: 'has no relation' } },
        phone: { isKnown: { yes: 'has a phone number', no: 'has no phone number' } },
        website: { isKnown: { yes: 'has a website', no: 'has no website' } },
        city: { isKnown: { yes: 'we know their city', no: 'we do not know their city' } },
        organization: {
          is: { yes: 'works at {{value}}', no: 'is not known to work at {{value}}' },
          isKnown: { yes: 'we know where they work', no: 'we do not know where they work' },
        },
        ownerId: {
          is: { yes: 'is looked after by {{value}}', no: 'is not looked after by {{value}}' },
          isKnown: { yes: 'has an owner', no: 'has no owner' },
        },
        createdAt: { when: { yes: 'was added {{value}}', no: 'was not added {{value}}' } },
        updatedAt: { when: { yes: 'was last changed {{value}}', no: 'was not last changed {{value}}' } },
        custom: {
          budget: {
            amount: { yes: 'has a budget of {{value}}', no: 'is not known to have a budget of {{value}}' },
            isKnown: { yes: 'we know their budget', no: 'we do not know their budget' },
          },
          purchase_timing: {
            is: { yes: 'means to buy: {{value}}', no: 'is not known to mean to buy: {{value}}' },
            isKnown: { yes: 'we know when they mean to buy', no: 'we do not know when they mean to buy' },
          },
          site_visits: {
            times: {
              yes: 'has visited the site {{value}}',
              no: 'is not known to have visited the site {{value}}',
            },
            isKnown: {
              yes: 'we know how often they have visited the site',
              no: 'we do not know how often they have visited the site',
            },
          },
          site_seconds: {
            duration: {
              yes: 'has spent {{value}} on the site',
              no: 'is not known to have spent {{value}} on the site',
            },
            isKnown: {
              yes: 'we know how long they have spent on the site',
              no: 'we do not know how long they have spent on the site',
            },
          },
          pages_per_visit: {
            amount: {
              yes: 'has viewed {{value}} pages per visit',
              no: 'is not known to have viewed {{value}} pages per visit',
            },
            isKnown: {
              yes: 'we know how many pages they view per visit',
              no: 'we do not know how many pages they view per visit',
            },
          },
        },
      },
      optionTraits: {
        yes: {
          person: 'a person',
          organization: 'an organisation',
          decides: 'decides on the purchase',
          influences: 'influences the purchase',
          uses: 'uses what is bought',
          none: 'takes no part in the purchase',
        },
        no: {
          person: 'a person',
          organization: 'an organisation',
          decides: 'decide on the purchase',
          influences: 'influence the purchase',
          uses: 'use what is bought',
          none: 'stay out of the purchase',
        },
      },
    },
  },
)

/** The forms in which a fact is said of its contact. */
export function traitsOf(field: string): object {
  const { custom, ...ofSystem } = traitTexts.es.contacts.traits
  const all: Record<string, object> = field.startsWith('custom.') ? custom : ofSystem
  return all[field.replace(/^custom\./, '')] ?? {}
}

/** Whether a fact is a number of seconds, which people read as minutes and hours. */
export const isDuration = (field: string): boolean => 'duration' in traitsOf(field)
