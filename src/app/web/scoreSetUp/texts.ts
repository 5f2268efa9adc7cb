import { defineTexts } from '../../../platform/texts.ts'

export const scoreSetUpTexts = defineTexts(
  {
    scoreSetUp: {
      title: 'Preparar la puntuación',
      about:
        'Cinco pasos, de quién te interesa a cuántos puntos. Escribes en el borrador de siempre: nada cuenta hasta publicarlo.',
      open: 'Preparar paso a paso',
      notAllowed: 'No puedes cambiar la puntuación',
      notAllowedAbout: 'La cambia quien lleva las definiciones. Puedes leerla entera en Definiciones.',
      steps: {
        ideal: 'Quién es ideal',
        interest: 'Qué muestra interés',
        against: 'Qué va en contra',
        fading: 'Desgaste y topes',
        thresholds: 'Umbrales',
      },
      whoMoves: 'Ver quién se movería',
      spread: {
        title: 'Así quedaría la base',
        flawed: 'Hay algo que corregir en la puntuación. En cuanto esté, aquí se verá el reparto.',
        working: 'Calculando…',
        everybody: 'Calculado con los {{contacts}} contactos.',
        sample:
          'Calculado con {{sampled}} contactos elegidos al azar de {{contacts}}: las cifras son aproximadas.',
        same: 'como ahora',
        was_one: 'ahora {{number}}',
        was_other: 'ahora {{number}}',
        best: 'Los 10 mejores',
        odd: 'Los 10 que no cuadran',
        oddAbout: 'Contactos en los que la puntuación y lo que se sabe se contradicen.',
        nobody: 'Todavía no hay contactos.',
        nothingOdd: 'Ninguna puntuación llama la atención.',
      },
      odd: {
        customer_cold: 'Ya es cliente y saldría frío',
        outsider: 'Es competidor, proveedor o empleado',
        student: 'Es estudiante',
        silent: 'No ha hecho nada en seis meses',
        only_engagement: 'Mucho interés y casi ningún encaje',
        moved: 'Es de los que más cambian',
      },
      ideal: {
        title: '¿Quién es tu cliente ideal?',
        about:
          'Rellena solo lo que de verdad distinga a tus mejores clientes. Cada línea es una regla de encaje.',
        others: 'Otras reglas de encaje.',
        othersAbout: 'Lo que también suma mientras sea cierto.',
      },
      interest: {
        title: '¿Qué muestra interés?',
        about:
          'Las señales, de la que más dice a la que menos. Los puntos propuestos se pueden cambiar; con precisión de cinco en cinco sobra.',
        firm: 'Firmes.',
        firmAbout: 'Piden algo concreto o se sientan contigo.',
        clear: 'Claras.',
        clearAbout: 'Preguntan, responden o hablan contigo.',
        weak: 'Débiles.',
        weakAbout: 'Miran. Solo muchas juntas dicen algo.',
        unused: 'Sin puntos todavía. Pulsa para añadir con los puntos propuestos:',
        own: 'Añadir otra regla',
        undated: 'Datos sin fecha.',
        undatedAbout: 'Lo que un archivo dice que hicieron, sin decir cuándo. No se desgasta.',
      },
      against: {
        profile: '¿A quién no buscas?',
        profileAbout: 'El perfil contrario: los que dan trabajo y no compran. Cada línea resta.',
        title: 'Lo que resta',
        about: 'Un buen interés no debe tapar un motivo para no insistir.',
        keepOut: 'Y no llega a «{{stage}}»',
        keepOutAbout:
          'No cumplir este perfil pasa a ser un criterio más de {{stages}}. Quien ya ha comprado sigue siendo cliente.',
        facts: 'Por lo que se sabe.',
        factsAbout: 'Resta mientras sea cierto.',
        signals: 'Por lo que hace.',
        signalsAbout: 'Resta cada vez, y se desgasta como lo demás.',
      },
      cautions: {
        title: 'Cuando el interés engaña',
        met: 'Resuelto',
        open: 'Por resolver',
        add: 'Añadir la regla ({{points}})',
        competitors: 'La competencia',
        competitorsMet: 'Resta puntos a quien tiene el papel de competidor.',
        competitorsOpen: 'Se suscribe a todo. Ninguna regla le resta puntos.',
        job_seekers: 'Quien busca trabajo',
        job_seekersMet: 'Mirar las ofertas de empleo resta.',
        job_seekersOpen: 'Recorre toda la web y no va a comprar. Ninguna regla lo tiene en cuenta.',
        students: 'Los estudiantes',
        studentsMet: 'Resta puntos a quien consta que estudia.',
        studentsOpen: 'Descargan mucho y no compran todavía. Ninguna regla lo tiene en cuenta.',
        robots: 'Los robots',
        robotsMet: 'Lo que Embudo reconoce como un robot no da puntos, hagas lo que hagas aquí.',
        opens: 'Abrir un correo',
        opensMet: 'No da puntos: hoy abren tantos correos las máquinas como las personas.',
        opensOpen:
          'Hay una regla que da puntos por abrir un correo. Hoy abren tantos las máquinas como las personas.',
        ours: 'Lo que haces tú',
        oursMet: 'Enviar un correo o llamar sin respuesta no da puntos.',
        oursOpen:
          'Hay una regla que da puntos por algo que haces tú. Solo cuenta lo que hace la otra persona.',
      },
      fading: {
        title: '¿Cuánto dura el interés?',
        about:
          'Cada grupo de señales pierde la mitad de sus puntos en los días que digas, y puede tener un tope. Si tu venta tarda semanas, que se desgaste pronto; si tarda un año, despacio.',
        rules_one: 'Una regla',
        rules_other: '{{count}} reglas',
        ten: 'De 10 puntos quedan {{month}} al mes, {{quarter}} a los tres y {{half}} a los seis.',
        stays: 'De 10 puntos quedan siempre 10.',
        moving: 'Para pasar una regla a otro grupo, abre el menú de la regla en el paso 2 o 3.',
      },
      thresholds: {
        title: '¿Desde cuándo tibio y caliente?',
        about: 'Y cuánto pesa el encaje frente al interés.',
        both: 'Ni solo el encaje (como mucho {{fit}}) ni solo el interés (como mucho {{engagement}}) bastan para llegar a caliente ({{hot}}). Así debe ser.',
        onlyFit:
          'Cuidado: solo cuenta el encaje. El interés pesa un 0 % y nada de lo que alguien haga cambia su total.',
        onlyEngagement:
          'Cuidado: solo cuenta el interés. El encaje pesa un 0 % y quien nunca podrá comprarte puede llegar a caliente.',
        either:
          'Cuidado: con el encaje solo se llega a {{fit}} y con el interés solo a {{engagement}}, y caliente empieza en {{hot}}. Uno de los dos basta por sí mismo.',
        capacity: '¿A cuántas personas puede atender tu equipo a la vez?',
        hotFrom: 'Poner caliente desde {{from}}',
        underWarm: 'Caben todos los tibios: saldría {{from}}, que no llega al umbral de tibio.',
      },
      contact: {
        title: 'Antes de contactar',
        about:
          'Por debajo de este encaje no merece la pena dedicar esfuerzo. Se avisa en su página, con lo que le falta, y en las listas; no está en «Por trabajar», y no cambia de etapa.',
        fieldAbout: 'De 1 a 100. En blanco, no se avisa de nadie.',
        below_one: 'Queda por debajo {{number}} contacto, de {{of}} que no han llegado al final del embudo.',
        below_other:
          'Quedan por debajo {{number}} contactos, de {{of}} que no han llegado al final del embudo.',
        none: 'sin mínimo',
        noMusts:
          'Para no dedicar esfuerzo a quien no llega en algo concreto (sector, tamaño, facturación mínima, país), márcalo como obligatorio en',
        noLeast:
          'Es obligatorio: {{musts}}. Pon un encaje mínimo y quien se sabe que no lo cumple quedará por debajo: le queda un encaje de {{fit}} como mucho.',
        mustsEnough:
          'Es obligatorio: {{musts}}. A quien se sabe que no lo cumple le queda un encaje de {{fit}} como mucho: por debajo de {{least}}, así que no se le dedica esfuerzo.',
        mustsShort:
          'Es obligatorio: {{musts}}. Pero quien se sabe que no lo cumple aún puede llegar a un encaje de {{fit}}, y el mínimo es {{least}}.',
        mustsTooFar:
          'Una sola regla no puede restar tanto: reparte menos puntos en el encaje o sube el mínimo.',
        takeAway: 'Que reste {{points}} puntos',
      },
    },
  },
  {
    scoreSetUp: {
      title: 'Set up the score',
      about:
        'Five steps, from whom you want to how many points. You write in the usual draft: nothing counts until it is published.',
      open: 'Set up step by step',
      notAllowed: 'You cannot change the score',
      notAllowedAbout: 'Whoever looks after the definitions does. You can read all of it in Definitions.',
      steps: {
        ideal: 'Who is ideal',
        interest: 'What shows interest',
        against: 'What speaks against',
        fading: 'Fading and caps',
        thresholds: 'Thresholds',
      },
      whoMoves: 'See who would move',
      spread: {
        title: 'What it would do',
        flawed: 'Something in the score needs fixing. Once it is fixed, the spread shows here.',
        working: 'Working it out…',
        everybody: 'Worked out over all {{contacts}} contacts.',
        sample:
          'Worked out over {{sampled}} contacts taken at random from {{contacts}}: figures are approximate.',
        same: 'same as now',
        was_one: '{{number}} now',
        was_other: '{{number}} now',
        best: 'The 10 best',
        odd: 'The 10 that do not add up',
        oddAbout: 'Those whose score and known facts contradict each other.',
        nobody: 'There are no contacts yet.',
        nothingOdd: 'No score stands out.',
      },
      odd: {
        customer_cold: 'Is a customer and would be cold',
        outsider: 'Is a competitor, supplier or employee',
        student: 'Is a student',
        silent: 'Has done nothing in six months',
        only_engagement: 'Much engagement and hardly any fit',
        moved: 'Among those that change most',
      },
      ideal: {
        title: 'Who is your ideal customer?',
        about: 'Fill in only what really sets your best customers apart. Each line is a rule of fit.',
        others: 'Other rules of fit.',
        othersAbout: 'What also adds points while it is true.',
      },
      interest: {
        title: 'What shows interest?',
        about:
          'The signals, from the one that says most to the one that says least. The suggested points can be changed; steps of five are precise enough.',
        firm: 'Firm.',
        firmAbout: 'They ask for something definite, or sit down with you.',
        clear: 'Clear.',
        clearAbout: 'They ask, answer or talk to you.',
        weak: 'Weak.',
        weakAbout: 'They look. Only many together say something.',
        unused: 'Without points so far. Press to add with the suggested points:',
        own: 'Add another rule',
        undated: 'Facts without a date.',
        undatedAbout: 'What a file says that they did, without saying when. It does not fade.',
      },
      against: {
        profile: 'Whom do you not want?',
        profileAbout:
          'The opposite profile: those who give work and do not buy. Each line takes points away.',
        title: 'What takes away',
        about: 'Good engagement must not hide a reason not to insist.',
        keepOut: 'And never becomes “{{stage}}”',
        keepOutAbout:
          'Not fitting this profile becomes one more criterion of {{stages}}. Whoever has bought is still a customer.',
        facts: 'By what is known.',
        factsAbout: 'Takes points away while it is true.',
        signals: 'By what they do.',
        signalsAbout: 'Takes points away each time, and fades like the rest.',
      },
      cautions: {
        title: 'When engagement misleads',
        met: 'Taken care of',
        open: 'Not taken care of',
        add: 'Add the rule ({{points}})',
        competitors: 'The competition',
        competitorsMet: 'Whoever has the role of competitor loses points.',
        competitorsOpen: 'They subscribe to everything. No rule takes points away from them.',
        job_seekers: 'Job seekers',
        job_seekersMet: 'Looking at the job openings takes points away.',
        job_seekersOpen: 'They go over the whole site and will not buy. No rule looks at it.',
        students: 'Students',
        studentsMet: 'Whoever is known to study loses points.',
        studentsOpen: 'They download a lot and do not buy yet. No rule looks at it.',
        robots: 'Robots',
        robotsMet: 'What Embudo recognises as a robot gives no points, whatever you do here.',
        opens: 'Opening an email',
        opensMet: 'Gives no points: nowadays machines open as many emails as people do.',
        opensOpen: 'A rule gives points for opening an email. Nowadays machines open as many as people do.',
        ours: 'What you do',
        oursMet: 'Sending an email, or calling without an answer, gives no points.',
        oursOpen: 'A rule gives points for something that you do. Only what the other side does counts.',
      },
      fading: {
        title: 'How long does interest last?',
        about:
          'Each group of signals loses half of its points in the days that you say, and can have a cap. If your sales take weeks, let it fade soon; if they take a year, slowly.',
        rules_one: 'One rule',
        rules_other: '{{count}} rules',
        ten: 'Of 10 points, {{month}} are left after a month, {{quarter}} after three and {{half}} after six.',
        stays: 'Of 10 points, 10 are always left.',
        moving: 'To move a rule to another group, open the menu of the rule in step 2 or 3.',
      },
      thresholds: {
        title: 'From where on warm and hot?',
        about: 'And how much fit weighs against engagement.',
        both: 'Neither fit alone ({{fit}} at most) nor engagement alone ({{engagement}} at most) is enough to be hot ({{hot}}). That is as it should be.',
        onlyFit:
          'Careful: only fit counts. Engagement weighs 0% and nothing that somebody does changes their total.',
        onlyEngagement:
          'Careful: only engagement counts. Fit weighs 0% and somebody who can never buy from you may become hot.',
        either:
          'Careful: fit alone gets to {{fit}} and engagement alone to {{engagement}}, and hot starts at {{hot}}. One of them is enough by itself.',
        capacity: 'How many people can your team attend to at a time?',
        hotFrom: 'Make hot start at {{from}}',
        underWarm: 'All who are warm fit in: it would be {{from}}, which is not above the warm threshold.',
      },
      contact: {
        title: 'Before contact',
        about:
          'Below this fit no effort is worth spending. Their page says so, with what is missing, and so do lists; they are not under “To work on”, and stay in their stage.',
        fieldAbout: 'From 1 to 100. Leave it empty to be told of nobody.',
        below_one: '{{number}} contact is below it, of {{of}} who are not at the end of the funnel.',
        below_other: '{{number}} contacts are below it, of {{of}} who are not at the end of the funnel.',
        none: 'no minimum',
        noMusts:
          'To spend no effort on whoever falls short of something definite (sector, size, least revenue, country), mark it as a must under',
        noLeast:
          'A must: {{musts}}. Set a minimum fit, and whoever is known not to meet it will be below: a fit of {{fit}} at most is left to them.',
        mustsEnough:
          'A must: {{musts}}. Whoever is known not to meet it is left a fit of {{fit}} at most: below {{least}}, so no effort is spent on them.',
        mustsShort:
          'A must: {{musts}}. But whoever is known not to meet it may still get to a fit of {{fit}}, and the minimum is {{least}}.',
        mustsTooFar: 'No single rule can take so much: give fewer points for fit, or raise the minimum.',
        takeAway: 'Make it take {{points}} points',
      },
    },
  },
)
