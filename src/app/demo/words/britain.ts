import type { Country, Place } from '../words.ts'
import { list } from './list.ts'

const companyWords = list(`
Ashdown, Calder, Northgate, Harrow Hill, Penmoor, Westbrook, Thornley, Kestrel, Redmire, Fairholme, Aldwick, Brackenridge, Marlowe,
Oakhurst, Stanmoor, Whitcombe, Fernleigh, Holloway, Langdale, Millbank, Castlegate, Elmwood, Ravensworth, Seaton, Tarrant,
Underhill, Wexcombe, Yarrow, Beaconsmere, Copperfield, Dunmoor, Glenmore, Hawthorn, Inverbrae, Kingsmead, Lowther,
Merrivale, Nettlecombe, Orchard, Pennine, Riverside`)

const streets = list('Road, Street, Lane, Way, Avenue, Terrace')
const lastLetters = 'ABDEFGHJLNPQRSTUWXYZ'.split('')

/** Telephone numbers are those that Ofcom keeps free for drama, so that nobody is called by mistake. */
export const britain: Country = {
  code: 'GB',
  givenNames: list(`
Olivia, Amelia, Charlotte, Emily, Sophie, Grace, Hannah, Chloe, Lucy, Megan, Rebecca, Rachel, Laura, Sarah, Emma, Claire, Helen,
Joanne, Karen, Alison, Fiona, Catherine, Ruth, Bethan, Siân, Eilidh, Niamh, Priya, Aisha, Zainab, Oliver, George, Harry, Jack,
Thomas, James, William, Daniel, Matthew, Benjamin, Samuel, Adam, Ryan, Andrew, David, Michael, Stephen, Paul, Mark, Simon, Ian,
Graham, Rhys, Gareth, Callum, Hamish, Ravi, Imran, Kwame, Tomasz`),
  surnames: list(`
Smith, Jones, Taylor, Brown, Williams, Wilson, Johnson, Davies, Patel, Robinson, Wright, Thompson, Evans, Walker, White, Roberts,
Green, Hall, Wood, Jackson, Clarke, Lewis, Harris, Khan, Cooper, King, Lee, Martin, Clark, James, Morgan, Hughes, Edwards, Hill,
Moore, Ward, Turner, Shah, Watson, Morris, Singh, Baker, Harrison, Morrison, Young, Scott, Allen, Mitchell, Campbell, Anderson,
Stewart, Murray, MacDonald, Fraser, Reid, Ross, Kennedy, Griffiths, Owen, Price, Rees, Begum, Ahmed, Hussain, Ali, Kaur, Kelly,
O'Brien, Murphy, Byrne, Bailey, Parker, Bennett, Carter, Cook, Cox, Dixon, Ellis, Fletcher, Foster, Gibson, Graham, Gray, Hunter,
Holmes, Jenkins, Knight, Lloyd, Marshall, Mason, Matthews, Mills, Palmer, Pearson, Powell, Richards, Rogers, Russell, Shaw, Simpson,
Stevens, Webb, Wells, Whittaker, Okafor, Mensah, Nowak, Fernandes`),
  secondSurnames: 0,
  places: [
    place('London', 'Greater London', 'SE', '20 7946 0'),
    place('Croydon', 'Greater London', 'CR', '20 7946 0'),
    place('Ealing', 'Greater London', 'W', '20 7946 0'),
    place('Birmingham', 'West Midlands', 'B', '121 496 0'),
    place('Solihull', 'West Midlands', 'B', '121 496 0'),
    place('Coventry', 'West Midlands', 'CV', '1632 960'),
    place('Manchester', 'Greater Manchester', 'M', '161 496 0'),
    place('Stockport', 'Greater Manchester', 'SK', '161 496 0'),
    place('Liverpool', 'Merseyside', 'L', '151 496 0'),
    place('Leeds', 'West Yorkshire', 'LS', '113 496 0'),
    place('Bradford', 'West Yorkshire', 'BD', '1632 960'),
    place('Sheffield', 'South Yorkshire', 'S', '114 496 0'),
    place('York', 'North Yorkshire', 'YO', '1632 960'),
    place('Newcastle upon Tyne', 'Tyne and Wear', 'NE', '191 498 0'),
    place('Gateshead', 'Tyne and Wear', 'NE', '191 498 0'),
    place('Nottingham', 'Nottinghamshire', 'NG', '115 496 0'),
    place('Leicester', 'Leicestershire', 'LE', '116 496 0'),
    place('Derby', 'Derbyshire', 'DE', '1632 960'),
    place('Bristol', 'Bristol', 'BS', '117 496 0'),
    place('Exeter', 'Devon', 'EX', '1632 960'),
    place('Southampton', 'Hampshire', 'SO', '1632 960'),
    place('Brighton', 'East Sussex', 'BN', '1632 960'),
    place('Norwich', 'Norfolk', 'NR', '1632 960'),
    place('Cambridge', 'Cambridgeshire', 'CB', '1632 960'),
    place('Oxford', 'Oxfordshire', 'OX', '1632 960'),
    place('Cardiff', 'South Glamorgan', 'CF', '29 2018 0'),
    place('Swansea', 'West Glamorgan', 'SA', '1632 960'),
    place('Edinburgh', 'Midlothian', 'EH', '131 496 0'),
    place('Glasgow', 'Lanarkshire', 'G', '141 496 0'),
    place('Aberdeen', 'Aberdeenshire', 'AB', '1632 960'),
    place('Belfast', 'County Antrim', 'BT', '28 9649 6'),
  ],
  postalCode: (random, { postal }) =>
    `${postal}${random.between(1, 18)} ${random.between(1, 9)}${random.pick(lastLetters)}${random.pick(lastLetters)}`,
  landline: (random, { dialling }) => `+44 ${dialling}${threeDigits(random.between(0, 999))}`,
  mobile: random => `+44 7700 900${threeDigits(random.between(0, 999))}`,
  street: random => `${random.between(1, 140)} ${random.pick(companyWords)} ${random.pick(streets)}`,
  mailDomains: list('mail.example, inbox.example, post.example'),
  sectors: {
    'Food and drink': list('Preserves, Foods, Bakeries, Dairies, Brewing'),
    Metalwork: list('Engineering, Castings, Fabrications, Precision, Forgings'),
    'Plastics and packaging': list('Packaging, Mouldings, Plastics'),
    Logistics: list('Haulage, Logistics, Warehousing'),
    'Health care': list('Clinics, Laboratories, Care Homes'),
    Hospitality: list('Hotels, Inns, Catering'),
    Construction: list('Builders, Contractors, Joinery'),
    Energy: list('Energy, Renewables, Heating'),
    Education: list('Schools, Training, College'),
    Wholesale: list('Supplies, Trading, Distribution'),
  },
  companyName: (random, kind) => `${random.pick(companyWords)} ${kind}`,
  companyForms: [' Ltd', ' Ltd', ' Ltd', ' LLP', ' plc'],
}

const threeDigits = (number: number) => String(number).padStart(3, '0')

function place(city: string, region: string, postal: string, dialling: string): Place {
  return { city, region, postal, dialling }
}
