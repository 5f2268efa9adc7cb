import { defineTexts } from './texts.ts'

export const httpTexts = defineTexts(
  {
    reference: {
      begin: 'Para empezar',
      key: 'Crea una clave en Ajustes, Claves de API, con los permisos que necesite, y envíala en cada petición:',
      pages:
        'Las listas van por páginas: lo que llega en «next» se envía en «after». Los lotes admiten hasta 1000 elementos y cada uno tiene su respuesta, en su sitio.',
      again:
        'Una escritura con la cabecera Idempotency-Key se puede repetir durante 24 horas sin que ocurra dos veces.',
      wrong:
        'Lo que no sale bien responde siempre con la misma forma: «code» para el programa, «message» para quien lo lee (en español o en inglés, según Accept-Language), «issues» con cada fallo en su sitio, «params» con lo que nombra el mensaje y «requestId» para buscarlo en el registro.',
      title: 'API de Embudo',
      intro:
        'Todo lo que hacen las pantallas se puede hacer desde aquí. Las descripciones de cada operación están en inglés; la completa, para programas, está en',
      groups: 'Grupos',
      parameters: 'Parámetros',
      required: 'obligatorio',
      body: 'Cuerpo',
      answers: 'Respuestas',
    },
    errors: {
      http: {
        bug: 'Algo ha fallado en el programa. Ya ha quedado registrado; si se repite, indica este número: {{requestId}}.',
        busy: 'La base de datos no responde en este momento. Inténtalo otra vez en unos segundos.',
        malformed: 'La petición no se entiende: el cuerpo no es JSON válido o falta su tipo de contenido.',
        invalid: 'Hay datos que corregir.',
        too_large: 'La petición es demasiado grande: el máximo es de {{limit}} MB.',
        too_deep: 'Los datos tienen demasiados niveles anidados: el máximo es {{limit}}.',
        unstorable_text: 'El texto contiene caracteres que no se pueden guardar.',
        bad_cursor: 'La página pedida no existe; empieza desde la primera.',
        no_such_endpoint: 'Esta dirección no existe en la API.',
        other_site: 'Por seguridad, esta acción solo se admite desde la propia aplicación.',
        unauthenticated: 'Inicia sesión, o envía una clave de API válida.',
        no_workspace: 'No perteneces a ningún espacio de trabajo. Pide una invitación a quien lo administra.',
        forbidden: 'No tienes permiso para hacer esto.',
        bad_idempotency_key: 'La cabecera Idempotency-Key ha de tener entre 1 y 255 caracteres visibles.',
        idempotency_key_reused:
          'Esa Idempotency-Key ya se usó con otros datos. Usa una nueva para cada petición distinta.',
      },
      input: {
        required: 'Falta este dato.',
        invalid: 'Este dato no es válido.',
        invalid_type: 'Este dato no es del tipo que se espera ({{expected}}).',
        invalid_format: 'Este dato no tiene el formato que se espera ({{format}}).',
        invalid_value: 'Este valor no está entre los que se admiten: {{values}}.',
        too_small: 'Ha de ser {{limit}} o más.',
        too_big: 'Ha de ser {{limit}} o menos.',
        too_small_string: 'Ha de tener {{limit}} caracteres o más.',
        too_big_string: 'Ha de tener {{limit}} caracteres o menos.',
        too_small_array: 'Ha de tener {{limit}} elementos o más.',
        too_big_array: 'Ha de tener {{limit}} elementos o menos.',
        not_multiple_of: 'Este número no es de los que se admiten.',
        unknown_fields: 'Estos campos no se conocen: {{fields}}.',
      },
    },
  },
  {
    reference: {
      begin: 'To begin with',
      key: 'Make a key in Settings, API keys, with the permissions that it needs, and send it with each request:',
      pages:
        'Lists come in pages: what is in “next” is sent as “after”. Batches take up to 1,000 items, and each is answered in its place.',
      again: 'A write with the header Idempotency-Key can be repeated for 24 hours without happening twice.',
      wrong:
        'Whatever goes wrong is answered in one shape: “code” for the program, “message” for who reads it (in Spanish or English, by Accept-Language), “issues” with each fault in its place, “params” with what the message names, and “requestId” to find it in the log.',
      title: 'Embudo API',
      intro:
        'Everything that the screens do can be done from here. The full description, for programs, is in',
      groups: 'Groups',
      parameters: 'Parameters',
      required: 'required',
      body: 'Body',
      answers: 'Answers',
    },
    errors: {
      http: {
        bug: 'Something went wrong in the program. It has been logged; if it happens again, quote this number: {{requestId}}.',
        busy: 'The database is not answering right now. Try again in a few seconds.',
        malformed:
          'The request cannot be understood: its body is not valid JSON or its content type is missing.',
        invalid: 'Some of the data needs correcting.',
        too_large: 'The request is too large: the most is {{limit}} MB.',
        too_deep: 'The data is nested too deeply: the most is {{limit}} levels.',
        unstorable_text: 'The text contains characters that cannot be stored.',
        bad_cursor: 'The page asked for does not exist; start from the first one.',
        no_such_endpoint: 'There is no such address in the API.',
        other_site: 'For safety, this can only be done from the application itself.',
        unauthenticated: 'Sign in, or send a valid API key.',
        no_workspace: 'You do not belong to any workspace. Ask its administrator for an invitation.',
        forbidden: 'You are not allowed to do this.',
        bad_idempotency_key: 'The Idempotency-Key header must have between 1 and 255 visible characters.',
        idempotency_key_reused:
          'That Idempotency-Key was already used with other data. Use a new one for each different request.',
      },
      input: {
        required: 'This is missing.',
        invalid: 'This is not valid.',
        invalid_type: 'This is not of the expected type ({{expected}}).',
        invalid_format: 'This does not have the expected format ({{format}}).',
        invalid_value: 'This is not one of the accepted values: {{values}}.',
        too_small: 'It must be {{limit}} or more.',
        too_big: 'It must be {{limit}} or less.',
        too_small_string: 'It must have {{limit}} characters or more.',
        too_big_string: 'It must have {{limit}} characters or fewer.',
        too_small_array: 'It must have {{limit}} items or more.',
        too_big_array: 'It must have {{limit}} items or fewer.',
        not_multiple_of: 'This number is not one of those accepted.',
        unknown_fields: 'These fields are not known: {{fields}}.',
      },
    },
  },
)
