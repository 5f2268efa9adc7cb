import { contactsContract } from '../../contacts/contract.ts'
import { createApi } from '../../ui/client.ts'
import { qualificationContract } from '../contract.ts'

export const api = createApi({ qualification: qualificationContract, contacts: contactsContract })

export type Shown = Awaited<ReturnType<typeof api.qualification.get.call>>
export type ShownItem = Shown['items'][number]
