import type { Country, Place } from '../words.ts'
import { list } from './list.ts'

const companyWords = list(`
Robledo, del Norte, Alarcón, Levante, Montealto, San Ginés, Peñalba, Ribera, Aranda, Miralles, Costa Verde, Guadiana, Ferrándiz,
Valdés, Cantábrico, Tormes, Mediterráneo, Arrieta, Sotogrande, Los Álamos, Quintana, Montseny, Ebro, Turia, La Encina, Belmonte,
Urquiza, Castellar, Ordesa, Mendoza, Igartua, Rías Baixas, Alcázar, Zubiri, Llorente, Sierra Nevada, Tajo, Campoamor, Nogales,
Viladecans, Pozoblanco, Lantarón`)

const streets = list('Calle, Avenida, Polígono, Camino')

export const spain: Country = {
  code: 'ES',
  givenNames: list(`
María, Carmen, Ana, Lucía, Laura, Marta, Elena, Cristina, Paula, Raquel, Sara, Nuria, Inés, Rocío, Beatriz, Silvia, Irene, Alba,
Mónica, Verónica, Itziar, Montserrat, Núria, Uxía, Begoña, Pilar, Ángela, Antonio, José Luis, Manuel, Francisco, David, Javier,
Daniel, Carlos, Miguel Ángel, Alejandro, Rafael, Pedro, Ángel, Fernando, Pablo, Sergio, Jorge, Alberto, Álvaro, Diego, Adrián,
Raúl, Iván, Rubén, Óscar, Jordi, Iker, Xoán, Andrés, Joaquín, Santiago, Víctor, Ramón`),
  surnames: list(`
García, Rodríguez, González, Fernández, López, Martínez, Sánchez, Pérez, Gómez, Martín, Jiménez, Hernández, Ruiz, Díaz, Moreno,
Muñoz, Álvarez, Romero, Gutiérrez, Alonso, Navarro, Torres, Domínguez, Ramos, Vázquez, Ramírez, Gil, Serrano, Morales, Molina,
Blanco, Suárez, Castro, Ortega, Delgado, Ortiz, Marín, Rubio, Núñez, Medina, Sanz, Castillo, Iglesias, Cortés, Garrido, Santos,
Guerrero, Lozano, Cano, Cruz, Méndez, Flores, Prieto, Herrera, Peña, León, Márquez, Cabrera, Gallego, Calvo, Vidal, Campos, Reyes,
Vega, Fuentes, Carrasco, Aguilar, Caballero, Nieto, Santana, Pascual, Herrero, Montero, Hidalgo, Giménez, Ibáñez, Ferrer, Durán,
Santiago, Benítez, Mora, Arias, Vargas, Carmona, Crespo, Pastor, Soto, Sáez, Velasco, Soler, Moya, Esteban, Parra, Bravo, Gallardo,
Rojas, Etxeberria, Agirre, Puig, Vila, Castiñeira, de la Fuente, de la Torre, del Olmo, San Martín`),
  secondSurnames: 0.8,
  places: [
    place('Madrid', 'Madrid', '28', '91'),
    place('Alcobendas', 'Madrid', '28', '91'),
    place('Getafe', 'Madrid', '28', '91'),
    place('Barcelona', 'Barcelona', '08', '93'),
    place('Sabadell', 'Barcelona', '08', '93'),
    place('Terrassa', 'Barcelona', '08', '93'),
    place('València', 'Valencia', '46', '96'),
    place('Paterna', 'Valencia', '46', '96'),
    place('Sevilla', 'Sevilla', '41', '95'),
    place('Dos Hermanas', 'Sevilla', '41', '95'),
    place('Zaragoza', 'Zaragoza', '50', '976'),
    place('Málaga', 'Málaga', '29', '95'),
    place('Murcia', 'Murcia', '30', '968'),
    place('Bilbao', 'Bizkaia', '48', '94'),
    place('Barakaldo', 'Bizkaia', '48', '94'),
    place('Alicante', 'Alicante', '03', '96'),
    place('Elche', 'Alicante', '03', '96'),
    place('Córdoba', 'Córdoba', '14', '957'),
    place('Valladolid', 'Valladolid', '47', '983'),
    place('Vigo', 'Pontevedra', '36', '986'),
    place('Gijón', 'Asturias', '33', '98'),
    place('A Coruña', 'A Coruña', '15', '981'),
    place('Granada', 'Granada', '18', '958'),
    place('Vitoria-Gasteiz', 'Álava', '01', '945'),
    place('Pamplona', 'Navarra', '31', '948'),
    place('Donostia', 'Gipuzkoa', '20', '943'),
    place('Castelló', 'Castellón', '12', '964'),
    place('Burgos', 'Burgos', '09', '947'),
    place('Santander', 'Cantabria', '39', '942'),
    place('Logroño', 'La Rioja', '26', '941'),
    place('Girona', 'Girona', '17', '972'),
    place('Lleida', 'Lleida', '25', '973'),
  ],
  postalCode: (random, { postal }) => `${postal}${String(random.between(1, 980)).padStart(3, '0')}`,
  landline: (random, { dialling }) =>
    `+34 ${dialling}${String(random.between(0, 10 ** (9 - dialling.length) - 1)).padStart(9 - dialling.length, '0')}`,
  mobile: random => `+34 6${random.between(10, 99)} ${random.between(100, 999)} ${random.between(100, 999)}`,
  street: random => `${random.pick(streets)} ${random.pick(companyWords)}, ${random.between(1, 140)}`,
  mailDomains: list('correo.example, buzon.example, micorreo.example'),
  sectors: {
    Alimentación: list('Conservas, Aceites, Cárnicas, Bodegas, Obrador'),
    Metal: list('Talleres, Mecanizados, Forjas, Calderería, Laminados'),
    'Plástico y envase': list('Envases, Inyectados, Plásticos'),
    Logística: list('Transportes, Logística, Almacenes'),
    Salud: list('Clínicas, Laboratorios, Centro Médico'),
    Hostelería: list('Hoteles, Grupo Hostelero, Restauración'),
    Construcción: list('Construcciones, Obras y Servicios, Prefabricados'),
    Energía: list('Energías, Renovables, Instalaciones'),
    Educación: list('Colegios, Formación, Academia'),
    Comercio: list('Distribuciones, Comercial, Suministros'),
  },
  companyName: (random, kind) => `${kind} ${random.pick(companyWords)}`,
  companyForms: [', S.L.', ', S.A.', ', S.L.U.', ', S. Coop.'],
}

function place(city: string, region: string, postal: string, dialling: string): Place {
  return { city, region, postal, dialling }
}
