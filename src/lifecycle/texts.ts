import { defineTexts } from '../platform/texts.ts'

/** What staff read about each stage: what it means, what to do, and who looks after it. The words for the stages themselves are `words.stages`. */
export const lifecycleTexts = defineTexts(
  {
    lifecycle: {
      responsible: { marketing: 'Marketing', both: 'Marketing con ventas', sales: 'Ventas' },
      guide: {
        contact: {
          means: 'Una persona u organización de la base, sea cual sea su relación con nosotros.',
          todo: 'Averigua quién es. Nada comercial sin una base legal.',
        },
        lead: {
          means: 'Ha dado sus datos básicos o ha mostrado interés, y encaja con tu cliente ideal.',
          todo: 'Envíale contenido de valor. Ventas todavía no le llama.',
        },
        prospect: {
          means:
            'Se ha comunicado contigo o ha hecho algo que muestra interés claro en tu oferta: está evaluando.',
          todo: 'Material técnico, una demostración, una prueba o muestras, o un cliente que le sirva de referencia.',
        },
        potential_customer: {
          means: 'Está calificado y participa en la decisión: comprará, a ti o a la competencia.',
          todo: 'Negociación y propuesta.',
        },
        customer: {
          means: 'Ha comprado y la compra sigue en pie.',
          todo: 'Soporte, opinión, ventas adicionales y cruzadas, recomendaciones.',
        },
      },
      outside: 'En la base, pero en ninguna etapa: proveedores, socios, empleados y competidores.',
    },
    errors: {
      lifecycle: {
        no_funnel: 'No hay ningún embudo con la clave «{{funnel}}».',
        many_funnels: 'Ya hay {{most}} embudos, y no caben más.',
        renamed_meanwhile: 'Mientras tanto alguien ha dado otro nombre al embudo. Míralo antes de cambiarlo.',
        other_funnels: 'Alguien ha añadido o quitado un embudo mientras tanto. Vuelve a mirarlos.',
        main_funnel: 'El embudo principal no se puede quitar: elige antes otro como principal.',
        funnel_asked:
          'No se puede quitar: en «{{about}}» del embudo «{{funnel}}» se pregunta por él. Cambia antes esa regla.',
        funnel_segmented:
          'No se puede quitar: el segmento «{{segment}}» pregunta por él. Cambia antes el segmento.',
        no_version: 'No hay ninguna versión {{version}}.',
        no_stage: 'No hay ninguna etapa «{{stage}}».',
        in_future: 'Ese día no ha llegado.',
        until_past: 'Ese día ya ha pasado.',
        no_draft: 'No hay ningún borrador.',
        no_preview: 'No se ha probado ningún borrador.',
        draft_changed: '{{name}} ha cambiado el borrador mientras tanto. Míralo antes de seguir.',
        draft_exists: 'Ya hay un borrador; lo último es de {{name}}. Publícalo o descártalo antes.',
        draft_gone: 'El borrador ya no está: alguien lo ha publicado o descartado.',
        published_meanwhile:
          'Mientras escribías este borrador se ha publicado otra versión (etapas: {{lifecycleVersion}}; puntuación: {{scoreVersion}}; calificación: {{frameworkVersion}}). Compáralo con ella antes de publicarlo.',
        nothing_changed: 'No hay nada que publicar: dice lo mismo que lo que está en vigor.',
        flawed_one: 'No se puede publicar: hay {{count}} cosa que arreglar.',
        flawed_other: 'No se puede publicar: hay {{count}} cosas que arreglar.',
        empty_entry: '«{{about}}» no pide nada: estaría ahí todo el mundo. Di qué hay que cumplir.',
        empty_any: 'En «{{about}}» hay un «al menos una de estas» vacío: no lo cumpliría nadie.',
        too_few:
          'En «{{about}}» se piden {{least}} condiciones y la lista tiene menos: no lo cumpliría nadie.',
        never: 'En «{{about}}» se pide como mínimo más veces que como máximo: no lo cumpliría nadie.',
        no_days:
          'En «{{about}}» se pide algo de los últimos días y que no sea reciente, pero nada puede ser lo uno y lo otro: no lo cumpliría nadie.',
        never_followed:
          'En «{{about}}» hay un «desde entonces» que se cumple siempre: lo que nombra ya está entre las señales que se buscan.',
        unknown_field: 'En «{{about}}» se pregunta por el campo «{{field}}», que no existe o se ha borrado.',
        unknown_signal:
          'En «{{about}}» se pregunta por la señal «{{signal}}», que no existe o se ha borrado.',
        unknown_stage: 'En «{{about}}» se pregunta por la etapa «{{stage}}», que no existe.',
        unknown_segment:
          'En «{{about}}» se pregunta por un segmento que no existe o se ha borrado («{{segment}}»).',
        unknown_funnel: 'En «{{about}}» se pregunta por el embudo «{{funnel}}», que no existe.',
        unknown_group: 'La regla «{{about}}» es del grupo «{{group}}», que no existe.',
        fading_facts:
          'La regla «{{about}}» cuenta un dato sin fecha y su grupo «{{group}}» se desgasta: tiene que ser de uno que no se desgaste.',
        verdict:
          'En «{{about}}» se pregunta por el veredicto de la calificación: pregunta por las respuestas que lo deciden.',
        stale:
          'En «{{about}}» se pregunta quién lleva demasiado tiempo en una etapa, y eso depende de dónde está: pregunta por lo que ha hecho.',
        fit: 'En «{{about}}» se pregunta por el encaje mínimo para contactar, que está en la puntuación: escribe aquí el número.',
        circular: 'En «{{about}}» se pregunta por lo que se está decidiendo: sería un círculo.',
        circular_funnels:
          'En «{{about}}» se pregunta por el embudo «{{funnel}}», y en «{{there}}» del embudo «{{through}}» se pregunta por este: cada uno esperaría al otro.',
        circular_segment:
          'En «{{about}}» se pregunta por el segmento «{{segment}}», que pregunta por lo que ahí se decide: sería un círculo.',
        bad_value: 'En «{{about}}» se compara «{{field}}» con algo con lo que no se puede comparar.',
        thresholds: 'Tibio empieza en {{warm}} y caliente en {{hot}}: caliente tiene que empezar más arriba.',
        repeated_stage: 'Hay dos etapas con la clave «{{key}}».',
        repeated_word: 'Dos cosas se llaman «{{word}}»: no se podrían distinguir.',
        words_elsewhere:
          'Las palabras son de todo el espacio de trabajo y las dice ya otro embudo: cámbialas en él.',
        repeated_rule: 'Hay dos reglas con la clave «{{key}}».',
      },
    },
  },
  {
    lifecycle: {
      responsible: { marketing: 'Marketing', both: 'Marketing with sales', sales: 'Sales' },
      guide: {
        contact: {
          means: 'A person or organisation in the database, whatever its relation to us.',
          todo: 'Find out who it is. Nothing commercial without a legal basis.',
        },
        lead: {
          means: 'Gave basic data or showed interest, and fits your ideal customer.',
          todo: 'Send content of value. Sales does not call yet.',
        },
        prospect: {
          means:
            'Has communicated with you or done something that shows clear interest in your offer: is evaluating.',
          todo: 'Technical material, a demonstration, a trial or samples, or a reference customer.',
        },
        potential_customer: {
          means: 'Is qualified and has a say in the decision: will buy, from you or from the competition.',
          todo: 'Negotiation and proposal.',
        },
        customer: {
          means: 'Has bought, and the purchase stands.',
          todo: 'Support, feedback, additional and cross sale, recommendations.',
        },
      },
      outside: 'In the database, but in no stage: suppliers, partners, employees and competitors.',
    },
    errors: {
      lifecycle: {
        no_funnel: 'There is no funnel with the key “{{funnel}}”.',
        many_funnels: 'There are {{most}} funnels already, and no more fit.',
        renamed_meanwhile: 'Somebody has renamed the funnel meanwhile. Look at it before you change it.',
        other_funnels: 'Somebody has added or removed a funnel in the meantime. Look at them again.',
        main_funnel: 'The main funnel cannot be removed: choose another main one first.',
        funnel_asked:
          'It cannot be removed: “{{about}}” in the funnel “{{funnel}}” asks for it. Change that rule first.',
        funnel_segmented:
          'It cannot be removed: the segment “{{segment}}” asks for it. Change the segment first.',
        no_version: 'There is no version {{version}}.',
        no_stage: 'There is no stage “{{stage}}”.',
        in_future: 'That day has not come.',
        until_past: 'That day has passed.',
        no_draft: 'There is no draft.',
        no_preview: 'No draft has been previewed.',
        draft_changed: '{{name}} has changed the draft in the meantime. Look at it before you go on.',
        draft_exists: 'There is a draft already, last changed by {{name}}. Publish or discard it first.',
        draft_gone: 'The draft is gone: somebody has published or discarded it.',
        published_meanwhile:
          'Another version was published while you wrote this draft (stages: {{lifecycleVersion}}; score: {{scoreVersion}}; qualification: {{frameworkVersion}}). Compare it before you publish.',
        nothing_changed: 'There is nothing to publish: it says what is in force already.',
        flawed_one: 'It cannot be published: there is {{count}} thing to mend.',
        flawed_other: 'It cannot be published: there are {{count}} things to mend.',
        empty_entry: '“{{about}}” asks for nothing: everybody would be there. Say what it takes.',
        empty_any: 'In “{{about}}” an “at least one of these” is empty: nobody would meet it.',
        too_few:
          'In “{{about}}” {{least}} conditions are asked of a list that has fewer: nobody would meet it.',
        never: 'In “{{about}}” the least number of times is above the most: nobody would meet it.',
        no_days:
          'In “{{about}}” something of the last days must also be older than those days: nobody would meet it.',
        never_followed:
          'In “{{about}}” a “since then” always holds: what it names is already among the signals looked for.',
        unknown_field: '“{{about}}” asks for the field “{{field}}”, which does not exist or was deleted.',
        unknown_signal: '“{{about}}” asks for the signal “{{signal}}”, which does not exist or was deleted.',
        unknown_stage: '“{{about}}” asks for the stage “{{stage}}”, which does not exist.',
        unknown_segment: '“{{about}}” asks for a segment that does not exist or was deleted (“{{segment}}”).',
        unknown_funnel: '“{{about}}” asks for the funnel “{{funnel}}”, which does not exist.',
        unknown_group: 'The rule “{{about}}” is of the group “{{group}}”, which does not exist.',
        fading_facts:
          'The rule “{{about}}” counts a fact without a date, and its group “{{group}}” fades: it must be in one that does not.',
        verdict: '“{{about}}” asks for the verdict of the qualification: ask for the answers that decide it.',
        stale:
          '“{{about}}” asks who has been too long in a stage, and that depends on where they stand: ask for what they have done.',
        fit: '“{{about}}” asks for the least fit worth a contact, which belongs to the score: write the number here.',
        circular: '“{{about}}” asks for what is being decided: that would be a circle.',
        circular_funnels:
          '“{{about}}” asks for the funnel “{{funnel}}”, and “{{there}}” in the funnel “{{through}}” asks for this one: each would wait for the other.',
        circular_segment:
          '“{{about}}” asks for the segment “{{segment}}”, which asks for what is decided there: that would be a circle.',
        bad_value: '“{{about}}” compares “{{field}}” with something that it cannot be compared with.',
        thresholds: 'Warm starts at {{warm}} and hot at {{hot}}: hot must start higher.',
        repeated_stage: 'Two stages have the key “{{key}}”.',
        repeated_word: 'Two things are called “{{word}}”: they could not be told apart.',
        words_elsewhere:
          'Words are of the whole workspace and another funnel holds them already: change them there.',
        repeated_rule: 'Two rules have the key “{{key}}”.',
      },
    },
  },
)
