/**
 * A file shaped as the leads of an online-course seller that we test on, invented: the real one may not be handed on. Every 12th lead
 * wants no mail, every 100th no call, 5 of 13 became customers. `damaged`: every 27th row was saved whole inside one quoted cell.
 */
export function leadLines(count: number, { damaged = false } = {}): string[] {
  const rows = Array.from({ length: count }, (_, i) => {
    const cells = leadOf(i).map(cell => (/[",]/.test(cell) ? `"${cell}"` : cell))
    const line = cells.join(',')
    return damaged && i % 27 === 26 ? `"${line.replaceAll('"', '""')}"` : line
  })
  return [names.join(','), ...rows]
}

export const boughtOf = (count: number) => Array.from({ length: count }, (_, i) => i).filter(bought).length
export const objectionsOf = (count: number) => Math.ceil(count / 12) + Math.ceil(count / 100)

const names = [
  ...['Prospect ID', 'Lead Number', 'Lead Origin', 'Lead Source', 'Do Not Email', 'Do Not Call', 'Converted'],
  ...[
    'TotalVisits',
    'Total Time Spent on Website',
    'Page Views Per Visit',
    'Last Activity',
    'Country',
    'Specialization',
  ],
  ...[
    'How did you hear about X Education',
    'What is your current occupation',
    'Search',
    'Tags',
    'City',
    'Last Notable Activity',
  ],
]

const bought = (i: number) => i % 13 < 5
const yes = (answer: boolean) => (answer ? 'Yes' : 'No')
const one = (i: number, ...of: string[]) => of[i % of.length] ?? ''

const leadOf = (i: number): string[] => [
  `${(i + 4096).toString(16).padStart(8, '0')}-8bba-4d29-b9a2-b6e0beafe620`,
  String(660_737 - 3 * i),
  one(i, 'API', 'Landing Page Submission', 'Lead Add Form'),
  one(i, 'Olark Chat', 'Organic Search', 'Direct Traffic', 'Google'),
  ...[yes(i % 12 === 0), yes(i % 100 === 0), bought(i) ? '1' : '0'],
  ...[String(i % 9), String((i * 37) % 2000), String((i % 9) / 2)],
  one(i, 'Page Visited on Website', 'Email Opened', 'SMS Sent'),
  one(i, 'India', '', 'Spain'),
  one(i, 'Select', 'Banking, Investment And Insurance', 'Business Administration'),
  one(i, 'Select', 'Word Of Mouth', 'Advertisements'),
  one(i, 'Unemployed', 'Student', 'Working Professional'),
  'No',
  one(i, 'Ringing', 'Will revert after reading the email', ''),
  one(i, 'Select', 'Mumbai', 'Thane & Outskirts'),
  one(i, 'Modified', 'Email Opened', 'SMS Sent'),
]
