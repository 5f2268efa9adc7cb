import { contactsContract } from '../../contacts/contract.ts'
import { identityContract } from '../../identity/contract.ts'
import { createApi } from '../../ui/client.ts'
import { tasksContract } from '../contract.ts'

export const api = createApi({ tasks: tasksContract, contacts: contactsContract, identity: identityContract })

export type ShownTask = Awaited<ReturnType<typeof api.tasks.of.call>>[number]
