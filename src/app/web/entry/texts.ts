import { defineTexts } from '../../../platform/texts.ts'

/** Before being inside: setting up, signing in, invitations; and one's own password. */
export const entryTexts = defineTexts(
  {
    entry: {
      required: 'Rellena este campo.',
      badEmail: 'Escribe una dirección de correo completa, como ana@empresa.es.',
      shortPassword: 'Usa 10 caracteres o más.',
      name: 'Tu nombre',
      email: 'Correo',
      password: 'Contraseña',
      passwordAbout: 'Diez caracteres o más. Una frase que recuerdes vale; no hacen falta símbolos.',
      setUp: {
        title: 'Prepara tu Embudo',
        about: 'Cuatro pasos cortos y estás dentro. Todo se cambia después en Ajustes.',
        finish: 'Crear mi espacio',
        steps: {
          company: 'Tu empresa',
          selling: 'Cómo vendes',
          buyers: 'Tus compradores',
          account: 'Tu cuenta',
        },
        company: 'Nombre de la empresa',
        companyAbout: 'Así se llamará el espacio de trabajo que compartirás con tu equipo.',
        timeZone: 'Zona horaria',
        currency: 'Moneda',
        market: {
          label: '¿A quién vendes?',
          a: 'A empresas (B2B)',
          aAbout: 'Cuentan el sector, el tamaño y quién decide la compra.',
          b: 'A consumidores (B2C)',
          bAbout: 'Cuenta lo que hace cada persona; no hay datos de empresa.',
        },
        prospect: {
          label: '¿Cuándo pasa un lead a prospecto?',
          about:
            'Un lead ha mostrado curiosidad; un prospecto está evaluando tu oferta. No todo el mundo traza la línea en el mismo sitio.',
          a: 'Basta un gesto claro de interés',
          aAbout: 'Hace clic en un enlace que le enviaste, pide información o responde.',
          b: 'Tiene que haber conversación',
          bAbout:
            'Contesta a un correo, habla por teléfono o WhatsApp, se reúne: comunicación en los dos sentidos.',
        },
        contact: {
          label: '¿A quién llamas «contacto»?',
          a: 'A cualquiera que esté en la base',
          aAbout: 'También a clientes, socios y proveedores.',
          b: 'Solo a quien aún no ha comprado',
          bAbout: 'Los clientes van aparte en listas y recuentos. Los datos son los mismos.',
        },
        buyers: {
          about:
            '¿A quién vendes sobre todo? Quien se parezca a lo que pongas aquí tendrá más puntos de encaje. Puedes dejarlo en blanco.',
          countries: 'Países',
          countriesAbout: 'Quien esté en otro país pierde puntos.',
          sectors: 'Sectores',
          sectorsAbout: 'Tal como aparecen en tus datos. Pulsa Intro tras cada uno.',
          sectorsUsual: 'Construcción, Educación, Hostelería, Industria, Comercio, Salud, Tecnología',
          from: 'Empleados, desde',
          to: 'hasta',
          badSizes: 'Escribe los dos números, primero el menor, o ninguno.',
        },
      },
      start: {
        title: '¿Con qué empezamos?',
        about: 'Elige una; las otras seguirán aquí cuando las quieras.',
        file: 'Mi archivo',
        fileAbout:
          'Un CSV o un Excel de tu CRM, tal como sale. Verás qué pasará con cada fila antes de guardar nada.',
        demo: 'Datos de ejemplo',
        demoAbout:
          'Una empresa inventada que vende al mismo tipo de cliente que tú: 2000 personas y 18 meses de historia. Puedes quitarlas con un clic.',
        empty: 'En blanco',
        emptyAbout: 'Entra y añade contactos a mano o por la API.',
      },
      signIn: {
        title: 'Entra en Embudo',
        submit: 'Entrar',
        forgot:
          '¿No recuerdas la contraseña? Quien administra tu espacio puede darte un enlace para poner otra (Ajustes, Equipo). Si la administras tú: npm run embudo -- user password TU@CORREO',
      },
      invitation: {
        title: 'Te han invitado a {{company}}',
        about: 'Entrarás como {{role}} con el correo {{email}}.',
        accept: 'Aceptar y entrar',
        existing: 'Ya tienes cuenta con este correo: escribe tu contraseña de siempre.',
        other: 'Has entrado como {{email}}. Cierra la sesión para aceptar esta invitación.',
      },
      account: {
        title: 'Tu cuenta',
        password: 'Cambiar la contraseña',
        passwordAbout: 'Se cerrarán tus otras sesiones.',
        current: 'Contraseña actual',
        new: 'Contraseña nueva',
        changed: 'Contraseña cambiada',
        leave: 'Dejar el espacio',
        leaveAbout: 'Dejarás de ver sus datos. Lo que hiciste se conserva con tu nombre.',
        leaveName: 'Dejar {{name}}',
        leaveSure:
          'Para volver a {{name}} alguien tendrá que invitarte. Las claves de API que creaste dejarán de valer.',
      },
      reset: { title: 'Elige otra contraseña', submit: 'Guardar y entrar' },
      deadLink: { title: 'Este enlace ya no sirve', enter: 'Ir a Embudo' },
    },
  },
  {
    entry: {
      required: 'Fill this in.',
      badEmail: 'Write a complete address, such as ana@company.com.',
      shortPassword: 'Use 10 characters or more.',
      name: 'Your name',
      email: 'Email',
      password: 'Password',
      passwordAbout: 'Ten characters or more. A sentence that you remember will do; symbols are not needed.',
      setUp: {
        title: 'Set up your Embudo',
        about: 'Four short steps and you are in. Everything can be changed later in Settings.',
        finish: 'Create my workspace',
        steps: {
          company: 'Your company',
          selling: 'How you sell',
          buyers: 'Your buyers',
          account: 'Your account',
        },
        company: 'Company name',
        companyAbout: 'The name of the workspace that you will share with your team.',
        timeZone: 'Time zone',
        currency: 'Currency',
        market: {
          label: 'Who do you sell to?',
          a: 'Companies (B2B)',
          aAbout: 'Sector, size and who decides the purchase count.',
          b: 'Consumers (B2C)',
          bAbout: 'What each person does counts; there are no company facts.',
        },
        prospect: {
          label: 'When does a lead become a prospect?',
          about:
            'A lead has shown curiosity; a prospect is evaluating your offer. Not everybody draws the line in the same place.',
          a: 'One clear sign of interest is enough',
          aAbout: 'Clicks a link that you sent, asks for information, or answers.',
          b: 'There must be a conversation',
          bAbout: 'Answers a mail, talks by phone or WhatsApp, meets you: communication both ways.',
        },
        contact: {
          label: 'Who do you call a “contact”?',
          a: 'Anybody in the database',
          aAbout: 'Customers, partners and suppliers too.',
          b: 'Only those who have not bought yet',
          bAbout: 'Customers are listed and counted apart. The data are the same.',
        },
        buyers: {
          about:
            'Who do you sell to above all? Whoever is like what you say here gets more points for fit. You can leave it blank.',
          countries: 'Countries',
          countriesAbout: 'Whoever is in another country loses points.',
          sectors: 'Sectors',
          sectorsAbout: 'As they are written in your data. Press Enter after each one.',
          sectorsUsual: 'Construction, Education, Hospitality, Manufacturing, Retail, Health, Technology',
          from: 'Employees, from',
          to: 'to',
          badSizes: 'Write both numbers, the smaller one first, or neither.',
        },
      },
      start: {
        title: 'What shall we start with?',
        about: 'Choose one; the others will still be here when you want them.',
        file: 'My file',
        fileAbout:
          'A CSV or Excel file from your CRM, just as it comes. You will see what happens to each row before anything is saved.',
        demo: 'Demo data',
        demoAbout:
          'An invented company that sells to the same kind of customer as you: 2,000 people and 18 months of history. You can remove it in one click.',
        empty: 'Empty',
        emptyAbout: 'Come in and add contacts by hand or through the API.',
      },
      signIn: {
        title: 'Sign in to Embudo',
        submit: 'Sign in',
        forgot:
          'Forgotten your password? An administrator of your workspace can give you a link to set another (Settings, Team). If that is you: npm run embudo -- user password YOU@EMAIL',
      },
      invitation: {
        title: 'You are invited to {{company}}',
        about: 'You will come in as {{role}} with the address {{email}}.',
        accept: 'Accept and come in',
        existing: 'You already have an account with this address: type your usual password.',
        other: 'You are signed in as {{email}}. Sign out to accept this invitation.',
      },
      account: {
        title: 'Your account',
        password: 'Change password',
        passwordAbout: 'Your other sessions will be closed.',
        current: 'Current password',
        new: 'New password',
        changed: 'Password changed',
        leave: 'Leave the workspace',
        leaveAbout: 'You will no longer see its data. What you did is kept under your name.',
        leaveName: 'Leave {{name}}',
        leaveSure:
          'To come back to {{name}} somebody will have to invite you. The API keys that you made will stop working.',
      },
      reset: { title: 'Choose another password', submit: 'Save and sign in' },
      deadLink: { title: 'This link no longer works', enter: 'Go to Embudo' },
    },
  },
)
